package org.havenline.rehearsal.shown;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.havenline.rehearsal.play.Words;
import org.havenline.rehearsal.report.Change;
import org.havenline.rehearsal.report.Report;
import org.havenline.rehearsal.report.Side;
import org.havenline.rehearsal.report.Waits;
import org.havenline.rehearsal.report.Worked;
import org.havenline.routing.Triage;

/// A report to read in a terminal.
public final class TextReport {
  private static final int KINDS = 20;
  private static final int EXAMPLES = 3;
  private static final int LANGUAGES = 6;

  private final Report report;

  private TextReport(Report report) {
    this.report = report;
  }

  public static String of(Report report) {
    var text = new TextReport(report);
    return String.join(
        "\n",
        text.title() + "\n",
        text.whole(),
        text.groups("Risk", Side::byRisk, Function.identity()),
        text.groups("Language", Side::byLanguage, Words::language),
        text.responders(),
        report.sides().size() > 1 ? text.changes() : "");
  }

  private String title() {
    return "Line %s, %d days from %s (%s): %s contacts, seed %d"
        .formatted(
            report.line(),
            report.days(),
            report.from(),
            report.zone(),
            Figure.count(report.contacts()),
            report.seed());
  }

  private String whole() {
    var within = "answered within " + Words.time(report.within());
    return Columns.ofFigures()
        .row("", each(Side::table))
        .row("answered", each(side -> Figure.count(side.all().answered())))
        .row(within, each(side -> Figure.percent(side.all().within())))
        .row("gave up", each(side -> Figure.percent(side.all().gaveUpShare())))
        .row("not answered at the end", each(side -> Figure.count(side.all().notAnswered())))
        .row("answered in her language", each(side -> Figure.percent(side.all().inHerLanguage())))
        .row("half waited up to", each(side -> Words.time(side.all().p50())))
        .row("90 % waited up to", each(side -> Words.time(side.all().p90())))
        .row("99 % waited up to", each(side -> Words.time(side.all().p99())))
        .row("longest wait", each(side -> Words.time(side.all().longest())))
        .row("times people on call were texted", each(side -> Figure.count(side.pages())))
        .row("responders kept busy, on average", each(side -> Figure.decimal(side.load())))
        .row("responders on duty, on average", each(side -> Figure.decimal(side.onDuty())))
        .row(
            "would wait if all were alike (Erlang C)", each(side -> Figure.percent(side.formula())))
        .toString();
  }

  private List<String> each(Function<Side, String> figure) {
    return report.sides().stream().map(figure).toList();
  }

  private String groups(
      String title, Function<Side, List<Waits>> of, Function<String, String> name) {
    var table =
        Columns.ofFigures()
            .row(
                title,
                "",
                "contacts",
                "half",
                "90 %",
                "99 %",
                "longest",
                "in " + Words.time(report.within()),
                "gave up",
                "in her language");
    for (var group : of.apply(report.sides().getFirst())) {
      for (var side : report.sides()) {
        of.apply(side).stream()
            .filter(one -> one.group().equals(group.group()))
            .forEach(waits -> row(table, side, name.apply(group.group()), waits));
      }
    }
    return table.toString();
  }

  private void row(Columns table, Side side, String name, Waits waits) {
    table.row(
        side.equals(report.sides().getFirst()) ? name : "",
        side.table(),
        Figure.count(waits.contacts()),
        Words.time(waits.p50()),
        Words.time(waits.p90()),
        Words.time(waits.p99()),
        Words.time(waits.longest()),
        Figure.percent(waits.within()),
        Figure.percent(waits.gaveUpShare()),
        waits.group().equals(Triage.UNKNOWN_LANGUAGE)
            ? "-"
            : Figure.percent(waits.inHerLanguage()));
  }

  private String responders() {
    var table = Columns.ofFigures().row("Responder", "", "contacts", "hours", "occupied", "whom");
    for (var side : report.sides()) {
      for (var worked : side.responders()) {
        table.row(
            worked.responder(),
            side.table(),
            Figure.count(worked.contacts()),
            Figure.decimal(worked.hours()),
            Figure.percent(worked.occupancy()),
            whom(worked));
      }
    }
    return table.toString();
  }

  private static String whom(Worked worked) {
    return worked.byFrequency().stream()
        .limit(LANGUAGES)
        .map(one -> one.getKey() + " " + one.getValue())
        .collect(Collectors.joining(", "));
  }

  private String changes() {
    var changes = report.changes();
    var text = new StringBuilder("Which contacts change path\n");
    text.append(
        "%s are decided otherwise. %s are answered only with the draft, %s only with the live table. Of the others, %s are answered by somebody else.%n"
            .formatted(
                Figure.count(changes.decidedOtherwise()),
                Figure.count(changes.answeredOnlyByDraft()),
                Figure.count(changes.answeredOnlyByLive()),
                Figure.count(changes.byAnother())));
    changes.kinds().stream().limit(KINDS).forEach(kind -> text.append(change(kind)));
    int more = changes.kinds().size() - KINDS;
    return text + (more > 0 ? "\nand " + more + " more kinds of change; --json lists all\n" : "");
  }

  private static String change(Change kind) {
    return IntStream.range(0, Math.min(EXAMPLES, kind.those().size()))
        .mapToObj(kind.those()::get)
        .map(one ->
            "    %s  %s%n        live: %s; draft: %s%n"
                .formatted(one.arrived(), one.contact(), one.live(), one.draft()))
        .collect(
            Collectors.joining(
                "", "\n  " + Figure.count(kind.contacts()) + " × " + kind.what() + "\n", ""));
  }
}
