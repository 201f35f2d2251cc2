package org.havenline.tables;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.havenline.risk.RiskMonitor;
import org.havenline.risk.RuleExamples;
import org.havenline.routing.proof.Proof;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.line.Line;
import org.havenline.routingconfig.risk.RiskRules;
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

  /// What a check says of files that should follow others.
  ///
  /// @param faults keep them from coming in force
  /// @param doubts do not, but an administrator should have read them
  public record Verdict(List<Finding> faults, List<Finding> doubts) {
    static Verdict fault(List<Finding> faults) {
      return new Verdict(faults, List.of());
    }
  }

  /// Everything that keeps risk rules from being published: what cannot be read or stored, and
  /// examples that come out otherwise than their author says. Takes a second or two.
  static List<Finding> risk(TableFiles files) {
    var rules = RiskRules.read(files.riskByName());
    try (var monitor = RiskMonitor.of(rules)) {
      var findings = new ArrayList<>(rules.findings());
      findings.addAll(monitor.brokenRules());
      findings.addAll(RuleExamples.failing(monitor, rules));
      if (rules.rules().isEmpty()) {
        findings.add(finding("there is no risk rule", "Take them from the version in force"));
      }
      return findings.stream().distinct().map(TablesCheck::inItsFolder).toList();
    }
  }

  private static Finding inItsFolder(Finding of) {
    return new Finding(TableFiles.RISK + of.file(), of.line(), of.fault(), of.remedy());
  }

  /// With the proof for the coming days that nobody falls through.
  Verdict verdict(RoutingTables inForce, TableFiles files, Instant now) {
    return switch (read(files)) {
      case Reading.Faulty(var findings) -> Verdict.fault(findings);
      case Reading.Sound(var tables) -> {
        var proof = proof(tables, now);
        var faults = new ArrayList<>(after(inForce, tables));
        faults.addAll(proof.falls());
        yield new Verdict(List.copyOf(faults), proof.doubts());
      }
    };
  }

  /// The same for files that were in force before. Nothing is proven of them anew: going back must
  /// be possible at once, whatever the roster of the coming days looks like meanwhile.
  Verdict verdictOnOld(RoutingTables inForce, TableFiles files) {
    return switch (read(files)) {
      case Reading.Faulty(var findings) -> Verdict.fault(findings);
      case Reading.Sound(var tables) -> Verdict.fault(after(inForce, tables));
    };
  }

  /// Takes a second of a core for large tables; on a thread of its own it does not hold up those of
  /// the people who write meanwhile.
  private static Proof proof(RoutingTables tables, Instant now) {
    return CompletableFuture.supplyAsync(
            () -> Proof.of(tables, now), task -> Thread.ofPlatform().name("proof").start(task))
        .join();
  }

  /// Everything that keeps sound tables from following others without a restart.
  List<Finding> after(RoutingTables inForce, RoutingTables next) {
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
