package org.havenline.routing.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.routing.FreeResponder;
import org.havenline.routing.Requirement;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.language.LanguageGraph;
import org.havenline.routingconfig.line.Line;
import org.havenline.routingconfig.outside.Interpreter;
import org.havenline.routingconfig.plan.Rule;
import org.havenline.routingconfig.staff.Responder;
import org.havenline.routingconfig.staff.Role;

/// What the tables promise and no member of staff can keep: a language offered that nobody speaks
/// in the coming two weeks, a rule whose first requirement nobody in the table meets.
final class StaffDoubts {
  private StaffDoubts() {}

  /// @param moments one of each time in which the same people are on shift
  static List<Finding> languages(RoutingTables tables, Line line, Collection<Instant> moments) {
    var spoken =
        Stream.concat(
                onShift(tables, moments).stream().map(Responder::languages),
                tables.interpreters().stream().map(Interpreter::languages))
            .flatMap(languages -> languages.keySet().stream())
            .collect(Collectors.toSet());
    var at = tables.places().of("line", line.id());
    return line.languages().stream()
        .filter(language -> !understood(tables, line, language, spoken))
        .map(language ->
            new Finding(
                at.file(),
                at.line(),
                "line '%s' offers %s, which nobody on shift in the coming 14 days speaks, nor an interpreter"
                    .formatted(
                        line.id(), Locale.forLanguageTag(language).getDisplayName(Locale.ENGLISH)),
                "Put somebody who speaks it on a shift, or no longer offer it"))
        .toList();
  }

  /// Spoken itself, or through a language by which it is understood on a channel of the line.
  private static boolean understood(
      RoutingTables tables, Line line, String language, Set<String> spoken) {
    return Stream.concat(
            Stream.of(language),
            Kinds.channels(line).stream()
                .flatMap(channel -> tables.understanding().ways(language, channel))
                .map(LanguageGraph.Way::through))
        .anyMatch(way -> spoken.stream().anyMatch(own -> LanguageGraph.same(way, own)));
  }

  private static Set<Responder> onShift(RoutingTables tables, Collection<Instant> moments) {
    if (!tables.roster().planned()) {
      return answering(tables);
    }
    var expected = new LinkedHashSet<String>();
    moments.forEach(moment -> expected.addAll(tables.roster().onShift(moment)));
    return answering(tables).stream()
        .filter(one -> expected.contains(one.id()))
        .collect(Collectors.toSet());
  }

  private static Set<Responder> answering(RoutingTables tables) {
    return tables.responders().stream()
        .filter(one -> one.roles().contains(Role.RESPONDER))
        .collect(Collectors.toSet());
  }

  /// @param coverage has gone through all lines
  static List<Finding> requirements(RoutingTables tables, Coverage coverage) {
    var staff = answering(tables);
    var findings = new ArrayList<Finding>();
    for (var rule : tables.plans().stream().flatMap(plan -> plan.rules().stream()).toList()) {
      var asked =
          coverage.seen().stream()
              .filter(one -> one.rule().equals(rule.id()))
              .map(one -> one.asks().getFirst().whom())
              .toList();
      if (!asked.isEmpty() && asked.stream().noneMatch(one -> met(one, staff))) {
        findings.add(finding(tables, rule));
      }
    }
    return findings;
  }

  private static boolean met(Requirement requirement, Set<Responder> staff) {
    return staff.stream()
        .map(one -> FreeResponder.of(one, Map.of(), Instant.EPOCH))
        .anyMatch(requirement::metBy);
  }

  private static Finding finding(RoutingTables tables, Rule rule) {
    var at = tables.places().of("rule", rule.id().value());
    return new Finding(
        at.file(),
        at.line(),
        "rule '%s' asks for what no responder in the tables has".formatted(rule.id()),
        "Lower its skills or level, or train and enter somebody");
  }
}
