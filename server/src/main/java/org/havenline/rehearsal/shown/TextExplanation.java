package org.havenline.rehearsal.shown;

import java.time.OffsetDateTime;
import org.havenline.rehearsal.route.Explanation;
import org.havenline.rehearsal.route.Explanation.Candidate;
import org.havenline.rehearsal.route.Explanation.Looked;

/// An explanation to read in a terminal.
public final class TextExplanation {
  private TextExplanation() {}

  public static String of(Explanation one) {
    var text = new StringBuilder();
    text.append("%s, %s%n%s%n".formatted(one.line(), one.at(), one.contact()));
    text.append("\nRules, the first that matches decides\n");
    one.rules().forEach(rule -> text.append(rule(rule)));
    text.append(
        "%nShe waits in %s, %s.%nNeeded: %s. Each is asked for %s, %s.%n"
            .formatted(one.queue(), one.place(), one.needs(), one.offerTimeout(), atOnce(one)));
    text.append("\nWho is asked, if on duty and free\n");
    var who = Columns.ofTexts();
    one.responders().forEach(candidate -> who.row("  " + candidate.responder(), when(candidate)));
    text.append(who);
    text.append("\nWhile nobody has accepted\n");
    var steps = Columns.ofTexts();
    one.steps()
        .forEach(step ->
            steps.row(
                "  after " + step.after(),
                time(step.at()),
                step.what(),
                step.mayAnswer() + " may answer"));
    return text.append(steps).toString();
  }

  private static String atOnce(Explanation one) {
    return one.atOnce() > 1 ? "up to " + one.atOnce() + " at once" : "one by one";
  }

  private static String time(String iso) {
    return OffsetDateTime.parse(iso).toLocalTime().toString();
  }

  private static String rule(Looked rule) {
    return "  %s %s: %s%n"
        .formatted(rule.matches() ? "yes" : "no ", rule.rule(), String.join("; ", rule.because()));
  }

  private static String when(Candidate one) {
    return one.asked()
        ? "at once"
        : (one.from().isEmpty() ? "never: " : "after " + one.from() + ", now: ")
            + String.join("; ", one.whyNot());
  }
}
