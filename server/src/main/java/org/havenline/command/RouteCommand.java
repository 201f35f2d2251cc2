package org.havenline.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.havenline.rehearsal.arrivals.Arrival;
import org.havenline.rehearsal.arrivals.Figures;
import org.havenline.rehearsal.route.Explainer;
import org.havenline.rehearsal.route.Question;
import org.havenline.rehearsal.route.QuestionFile;
import org.havenline.rehearsal.shown.JsonReport;
import org.havenline.rehearsal.shown.TextExplanation;
import org.havenline.routing.Triage;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.Mode;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.line.Line;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `route`: what would happen to a contact, and why.
@Command(
    name = "route",
    mixinStandardHelpOptions = true,
    description =
        "Says what would happen to a contact, step by step, and why: which rules do not match and"
            + " what about them is not so, who is asked, what follows while nobody accepts.")
public final class RouteCommand implements Runnable {
  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "a list 'contacts', with the options below as keys; or name one by options")
  private @Nullable Path file;

  @Option(names = "--line", description = "id of a line; default: the first")
  private @Nullable String line;

  @Option(names = "--channel", defaultValue = "SMS", description = "${COMPLETION-CANDIDATES}")
  private Channel channel = Channel.SMS;

  @Option(names = "--language", defaultValue = "und", description = "BCP 47; default: not known")
  private String language = Triage.UNKNOWN_LANGUAGE;

  @Option(names = "--confidence", description = "of the language, 0 to 1; default: 1 when known")
  private @Nullable Double confidence;

  @Option(names = "--risk", defaultValue = "STANDARD", description = "${COMPLETION-CANDIDATES}")
  private RiskLevel risk = RiskLevel.STANDARD;

  @Option(names = "--country", defaultValue = "", description = "ISO 3166, of her number")
  private String country = "";

  @Option(names = "--minor", description = "she is under 18")
  private boolean minor;

  @Option(names = "--wishes", split = ",", description = "${COMPLETION-CANDIDATES}")
  private Set<Gender> wishes = EnumSet.noneOf(Gender.class);

  @Option(names = "--subline", defaultValue = "", description = "of the number she reached")
  private String subLine = "";

  @Option(names = "--mode", defaultValue = "NORMAL", description = "${COMPLETION-CANDIDATES}")
  private Mode mode = Mode.NORMAL;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "such as 2026-11-24T20:15, by the line's clock; default: now")
  private @Nullable String at;

  @Option(names = "--json", description = "prints a JSON list")
  private boolean json;

  private final PrintStream out;
  private final Supplier<InForce> inForce;
  private final InstantSource clock;

  public RouteCommand(PrintStream out, Supplier<InForce> inForce, InstantSource clock) {
    this.out = out;
    this.inForce = inForce;
    this.clock = clock;
  }

  /// @throws Refused with everything wrong in the file
  @Override
  public void run() {
    var tables = inForce.get().tables();
    var answers =
        (file == null ? List.of(question(tables)) : questions(file, tables))
            .stream().map(question -> Explainer.of(tables, question)).toList();
    out.println(
        json
            ? JsonReport.of(answers)
            : answers.stream().map(TextExplanation::of).collect(Collectors.joining("\n\n")));
  }

  private List<Question> questions(Path from, RoutingTables tables) {
    var name = String.valueOf(from.getFileName());
    return switch (QuestionFile.read(name, Files.bytes(from), tables, clock.instant())) {
      case QuestionFile.Reading.Sound(var questions) -> questions;
      case QuestionFile.Reading.Faulty(var findings) -> throw new Refused(findings);
    };
  }

  private Question question(RoutingTables tables) {
    var id = Optional.ofNullable(line).orElse(tables.lines().getFirst().id());
    var zone =
        tables.lines().stream()
            .filter(one -> one.id().equals(id))
            .map(Line::timeZone)
            .findFirst()
            .orElseThrow(
                () -> new Refused(List.of("There is no line with the id '%s'.".formatted(id))));
    if (!Question.isSubLine(subLine, id, tables)) {
      throw new Refused(
          List.of("No number of line '%s' has the sub-line '%s'.".formatted(id, subLine)));
    }
    boolean known = !language.equals(Triage.UNKNOWN_LANGUAGE);
    return new Question(
        id,
        at == null ? clock.instant() : time(at, zone),
        Arrival.triage(
                channel,
                language,
                Optional.ofNullable(confidence).orElse(known ? 1.0 : 0.0),
                risk,
                country,
                minor,
                wishes)
            .reaching(subLine),
        mode);
  }

  private static Instant time(String text, ZoneId zone) {
    try {
      return Figures.instant(text, zone);
    } catch (DateTimeException e) {
      throw new Refused(List.of("--at is not a time. Write it as 2026-11-24T20:15."));
    }
  }
}
