package org.havenline.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.routingconfig.RiskLevel;

/// A trial as a person reads it in a terminal.
public final class TrialText {
  private static final int MOST = 30;

  private TrialText() {}

  /// Line by line.
  public static List<String> of(TrialReport trial) {
    var lines = new ArrayList<String>();
    lines.add(
        "Since %s%s: %,d messages read again, %,d whose text is gone; %,d contacts compared, %,d forgotten."
            .formatted(
                trial.since(),
                trial.whole() ? "" : " (a limit ended it there)",
                trial.read(),
                trial.gone(),
                trial.compared(),
                trial.forgotten()));
    lines.add("");
    lines.add("%-18s%s".formatted("decided \\ now", levels()));
    for (var from : RiskLevel.values()) {
      lines.add(
          "%-18s%s"
              .formatted(
                  from,
                  Stream.of(RiskLevel.values())
                      .map(to -> "%10d".formatted(count(trial, from, to)))
                      .collect(Collectors.joining())));
    }
    lines.add("");
    lines.add("%,d would stand higher, %,d lower.".formatted(trial.rise(), trial.fall()));
    trial.moved().stream().limit(MOST).map(TrialText::moved).forEach(lines::add);
    lines.add("");
    trial.rules().stream()
        .filter(rule -> rule.before() != rule.after())
        .limit(MOST)
        .map(TrialText::rule)
        .forEach(lines::add);
    lines.add(
        "Against what staff said: %s before, %s now."
            .formatted(said(trial.judgedBefore()), said(trial.judgedAfter())));
    return lines;
  }

  private static String levels() {
    return Stream.of(RiskLevel.values()).map("%10s"::formatted).collect(Collectors.joining());
  }

  private static int count(TrialReport trial, RiskLevel from, RiskLevel to) {
    return trial.matrix().stream()
        .filter(step -> step.before() == from && step.after() == to)
        .mapToInt(TrialReport.Step::contacts)
        .sum();
  }

  private static String moved(TrialReport.Moved one) {
    var by = one.by().stream().map(TrialReport.By::rule).collect(Collectors.joining(", "));
    return "  %s  %s -> %s%s%s"
        .formatted(
            one.contact(),
            one.before(),
            one.after(),
            by.isEmpty() ? "" : "  by " + by,
            one.lost().isEmpty() ? "" : "  without " + String.join(", ", one.lost()));
  }

  private static String rule(TrialReport.OfRule one) {
    return "  %s: in %d contacts, now %d (confirmed %d, now %d; corrected %d, now %d)"
        .formatted(
            one.rule(),
            one.before(),
            one.after(),
            one.confirmedBefore(),
            one.confirmedAfter(),
            one.correctedBefore(),
            one.correctedAfter());
  }

  private static String said(TrialReport.Agreement so) {
    return "%d higher, %d the same, %d lower".formatted(so.higher(), so.same(), so.lower());
  }
}
