package org.havenline.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.line.Line;
import org.havenline.routingconfig.staff.Role;
import org.havenline.routingconfig.version.Publishing;
import org.havenline.routingconfig.version.TableFiles;

/// Whether tables may come in force: in themselves, and in the place of those that are.
///
/// @param texts keys of the translations that tables may name
public record TablesCheck(Set<String> texts) {
  private static final String WHOLE = "tables";

  public Reading read(TableFiles files) {
    return RoutingTables.read(files, texts);
  }

  /// Everything that keeps sound tables from following others without a restart.
  public List<Finding> after(RoutingTables inForce, RoutingTables next) {
    var findings = new ArrayList<Finding>();
    lines(ids(inForce), ids(next), findings);
    long administrators =
        next.responders().stream().filter(one -> one.roles().contains(Role.ADMINISTRATOR)).count();
    if (administrators == 0) {
      findings.add(
          finding(
              "nobody could change these tables any more", "Give somebody the role administrator"));
    } else if (administrators == 1 && next.publishing() == Publishing.TWO_PEOPLE) {
      findings.add(
          finding(
              "'publishing: two-people' with one administrator: nobody could approve",
              "Give a second person the role administrator"));
    }
    return findings;
  }

  /// What belongs to a line, down to its workers and doors, is built when the server starts.
  private static void lines(List<String> before, List<String> after, List<Finding> findings) {
    var remedy = "Put it in the files of HAVENLINE_ROUTING_CONFIG and restart every node";
    before.stream()
        .filter(id -> !after.contains(id))
        .forEach(id -> findings.add(finding("the line '" + id + "' is missing", remedy)));
    after.stream()
        .filter(id -> !before.contains(id))
        .forEach(id -> findings.add(finding("the line '" + id + "' is new", remedy)));
    if (findings.isEmpty() && !before.getFirst().equals(after.getFirst())) {
      findings.add(
          finding(
              "another line stands first", "Leave '" + before.getFirst() + "' first, or restart"));
    }
  }

  private static List<String> ids(RoutingTables tables) {
    return tables.lines().stream().map(Line::id).toList();
  }

  static Finding finding(String fault, String remedy) {
    return new Finding(WHOLE, 0, fault, remedy);
  }
}
