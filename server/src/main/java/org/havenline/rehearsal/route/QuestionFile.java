package org.havenline.rehearsal.route;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.havenline.rehearsal.arrivals.Arrival;
import org.havenline.rehearsal.arrivals.Figures;
import org.havenline.routing.Triage;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.Mode;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.line.Line;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Ledger;
import org.havenline.routingconfig.yaml.Value;
import org.havenline.routingconfig.yaml.YamlFile;

/// Reads contacts to ask about: YAML, with a list `contacts`.
public final class QuestionFile {
  private final RoutingTables tables;
  private final Instant now;
  private final Ledger ledger = new Ledger();

  private QuestionFile(RoutingTables tables, Instant now) {
    this.tables = tables;
    this.now = now;
  }

  /// What came of reading.
  public sealed interface Reading {
    record Sound(List<Question> questions) implements Reading {}

    record Faulty(List<Finding> findings) implements Reading {}
  }

  /// @param now when nothing else is said
  public static Reading read(String file, byte[] bytes, RoutingTables tables, Instant now) {
    return new QuestionFile(tables, now).read(file, bytes);
  }

  private Reading read(String file, byte[] bytes) {
    ledger.know(
        "line", tables.lines().stream().map(Line::id).collect(Collectors.toUnmodifiableSet()));
    var questions =
        YamlFile.read(file, bytes, ledger)
            .map(top -> {
              var all = top.each("contacts", this::question);
              top.done();
              return all;
            })
            .orElse(List.of());
    var findings = ledger.close();
    return findings.isEmpty() ? new Reading.Sound(questions) : new Reading.Faulty(findings);
  }

  private Question question(Fields fields) {
    var line =
        fields.optional("line").map(v -> v.refersTo("line")).orElse(tables.lines().getFirst().id());
    var language =
        fields.optional("language").map(Figures::language).orElse(Triage.UNKNOWN_LANGUAGE);
    return new Question(
        line,
        fields.optional("at").flatMap(v -> Figures.instant(v, zone(line))).orElse(now),
        Arrival.triage(
                fields.required("channel").flatMap(v -> v.word(Channel.class)).orElse(Channel.SMS),
                language,
                fields
                    .optional("confidence")
                    .map(v -> Figures.decimal(v, 0, 1))
                    .orElse(language.equals(Triage.UNKNOWN_LANGUAGE) ? 0.0 : 1.0),
                fields
                    .optional("risk")
                    .flatMap(v -> v.word(RiskLevel.class))
                    .orElse(RiskLevel.STANDARD),
                fields.optional("country").map(Value::text).orElse(""),
                fields.optional("minor").map(Figures::yes).orElse(false),
                fields.optional("wishes").map(v -> v.words(Gender.class)).orElse(Set.of()))
            .reaching(fields.optional("subline").map(v -> subLine(v, line)).orElse("")),
        fields.optional("mode").flatMap(v -> v.word(Mode.class)).orElse(Mode.NORMAL));
  }

  private String subLine(Value value, String line) {
    var text = value.text();
    if (!text.isEmpty() && !Question.isSubLine(text, line, tables)) {
      value.fault("no number of line '" + line + "' has this sub-line", "Write it as lines do");
    }
    return text;
  }

  private ZoneId zone(String id) {
    return tables.lines().stream()
        .filter(line -> line.id().equals(id))
        .map(Line::timeZone)
        .findFirst()
        .orElse(ZoneOffset.UTC);
  }
}
