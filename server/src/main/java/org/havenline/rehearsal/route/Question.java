package org.havenline.rehearsal.route;

import java.time.Instant;
import org.havenline.routing.Triage;
import org.havenline.routingconfig.Mode;
import org.havenline.routingconfig.RoutingTables;

/// What would happen to this contact, if it came at this time?
///
/// @param line as named in the table
/// @param mode in which the house stands then
public record Question(String line, Instant at, Triage triage, Mode mode) {

  /// On a usual day.
  public Question(String line, Instant at, Triage triage) {
    this(line, at, triage, Mode.NORMAL);
  }

  /// Whether some number of a line stands for a sub-line of this name; always when it is empty.
  public static boolean isSubLine(String name, String line, RoutingTables tables) {
    return name.isEmpty()
        || tables.lines().stream()
            .filter(one -> one.id().equals(line))
            .flatMap(one -> one.numbers().stream())
            .anyMatch(number -> number.subLine().equals(name));
  }
}
