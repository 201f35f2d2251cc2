package org.havenline.rehearsal.shown;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.havenline.rehearsal.play.Words;
import org.havenline.rehearsal.report.Report;
import org.havenline.rehearsal.report.Side;
import org.havenline.rehearsal.report.Waits;
import org.havenline.routing.Triage;

/// A report as one page that needs nothing else: no script, no picture, no other file.
public final class HtmlReport {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
  private static final int LANGUAGES = 15;
  private static final int RESPONDERS = 40;
  private static final String STYLE =
      """
      body{font:16px/1.5 system-ui,sans-serif;color:#000;background:#fff;max-width:800px;margin:2rem auto;padding:0 1rem}
      h1{font-size:1.5rem}h2{font-size:1.15rem;margin:2.5rem 0 .3rem}p{margin:.3rem 0}
      svg{width:100%;height:auto;font:12px system-ui,sans-serif}pre{overflow:auto;font-size:12px;line-height:1.4}
      .small{font-size:11px}.start{text-anchor:start}.middle{text-anchor:middle}.end{text-anchor:end}
      .live{fill:#fff;stroke:#000}.draft{fill:#000;stroke:#000}.far{stroke:#000;fill:none}
      .grid{stroke:#ccc;fill:none}.axis{stroke:#000;fill:none}.line{fill:none;stroke:#000;stroke-width:1.5}
      .live-line{stroke-dasharray:4 3}.draft-line{stroke-width:2}
      .key{display:inline-block;width:1.6em;height:.7em;border:1px solid #000;margin:0 .4em 0 0}.key.full{background:#000}
      @media print{body{margin:0}h2{break-after:avoid}svg{break-inside:avoid}}
      """;

  private final Report report;

  private HtmlReport(Report report) {
    this.report = report;
  }

  public static String of(Report report) {
    return new HtmlReport(report).page();
  }

  private String page() {
    var within = Words.time(report.within());
    var title = "Rehearsal of line " + report.line();
    return """
    <!doctype html><html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <title>%s</title><style>%s</style></head><body><h1>%s</h1><p>%s</p>%s
    """
            .formatted(
                Svg.escaped(title),
                STYLE,
                Svg.escaped(title),
                Svg.escaped(
                    "%d days from %s (%s), %s contacts, seed %d"
                        .formatted(
                            report.days(),
                            report.from(),
                            report.zone(),
                            Figure.count(report.contacts()),
                            report.seed())),
                key())
        + chart(
            "Waits by risk",
            "Bar: 90 % were answered in this time. Line: 99 %.",
            waits(Side::byRisk, w -> w))
        + chart(
            "Waits by language",
            "Bar: 90 % were answered in this time. Line: 99 %.",
            waits(Side::byLanguage, Words::language))
        + chart(
            "Answered within " + within,
            "Share of all who came, by risk.",
            shares(Side::byRisk, w -> w, Waits::within))
        + chart(
            "Answered in her language",
            "Share of those answered whose language was known.",
            shares(HtmlReport::known, Words::language, Waits::inHerLanguage))
        + chart("Waiting at once", "The most in each hour.", waiting())
        + chart("Occupied", "Share of her time on duty with at least one contact.", occupied())
        + "<h2>In figures</h2><pre>"
        + Svg.escaped(TextReport.of(report))
        + "</pre></body></html>\n";
  }

  private String key() {
    return report.sides().size() < 2
        ? ""
        : "<p><span class=\"key\"></span>live (dashed) &ensp;"
            + "<span class=\"key full\"></span>draft (solid)</p>";
  }

  private static String chart(String title, String says, String svg) {
    return "<h2>" + Svg.escaped(title) + "</h2><p>" + Svg.escaped(says) + "</p>" + svg + "\n";
  }

  private String waits(Function<Side, List<Waits>> of, Function<String, String> name) {
    return new Bars("Waits", "minutes until answered", value -> Figure.decimal(value))
        .of(groups(of, name, waits -> waits.p90() / 60, waits -> waits.p99() / 60));
  }

  private String shares(
      Function<Side, List<Waits>> of,
      Function<String, String> name,
      ToDoubleFunction<Waits> share) {
    return new Bars("Shares", "per cent of contacts", value -> Math.round(value) + " %")
        .of(groups(of, name, waits -> 100 * share.applyAsDouble(waits), _ -> 0));
  }

  private List<Bars.Group> groups(
      Function<Side, List<Waits>> of,
      Function<String, String> name,
      ToDoubleFunction<Waits> value,
      ToDoubleFunction<Waits> further) {
    return of.apply(report.sides().getFirst()).stream()
        .limit(LANGUAGES)
        .map(group -> {
          var bars = new ArrayList<Bars.Bar>();
          for (var side : report.sides()) {
            of.apply(side).stream()
                .filter(one -> one.group().equals(group.group()))
                .map(one ->
                    new Bars.Bar(
                        side.table(), value.applyAsDouble(one), further.applyAsDouble(one)))
                .forEach(bars::add);
          }
          return new Bars.Group(name.apply(group.group()), List.copyOf(bars));
        })
        .toList();
  }

  private static List<Waits> known(Side side) {
    return side.byLanguage().stream()
        .filter(waits -> !waits.group().equals(Triage.UNKNOWN_LANGUAGE))
        .toList();
  }

  private String waiting() {
    var first = LocalDate.parse(report.from());
    return Curve.of(
        "Waiting",
        "contacts waiting at once, by hour of the line's days",
        IntStream.range(0, report.days()).mapToObj(day -> first.plusDays(day).format(DAY)).toList(),
        report.sides().stream()
            .map(side -> new Curve.Line(side.table(), side.waitingByHour()))
            .toList());
  }

  private String occupied() {
    var names =
        report.sides().stream()
            .flatMap(side -> side.responders().stream())
            .filter(worked -> worked.hours() > 0)
            .map(worked -> worked.responder())
            .distinct()
            .limit(RESPONDERS)
            .toList();
    return new Bars("Occupied", "per cent of time on duty", value -> Math.round(value) + " %")
        .of(
            names.stream()
                .map(name ->
                    new Bars.Group(
                        name,
                        report.sides().stream()
                            .flatMap(side ->
                                side.responders().stream()
                                    .filter(one -> one.responder().equals(name))
                                    .map(one ->
                                        new Bars.Bar(side.table(), 100 * one.occupancy(), 0)))
                            .toList()))
                .toList());
  }
}
