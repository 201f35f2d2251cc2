package org.havenline.routingconfig;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.havenline.routingconfig.asking.Community;
import org.havenline.routingconfig.condition.Conditions;
import org.havenline.routingconfig.condition.CustomAttribute;
import org.havenline.routingconfig.hours.HolidayCalendar;
import org.havenline.routingconfig.hours.Hours;
import org.havenline.routingconfig.hours.days.DayReader;
import org.havenline.routingconfig.hours.days.Feeds;
import org.havenline.routingconfig.language.Kinship;
import org.havenline.routingconfig.language.LanguageGraph;
import org.havenline.routingconfig.line.Line;
import org.havenline.routingconfig.line.Voicemail;
import org.havenline.routingconfig.outside.Interpreter;
import org.havenline.routingconfig.outside.Partner;
import org.havenline.routingconfig.plan.Escalation;
import org.havenline.routingconfig.plan.Plan;
import org.havenline.routingconfig.plan.Queue;
import org.havenline.routingconfig.roster.RosterReader;
import org.havenline.routingconfig.staff.Responder;
import org.havenline.routingconfig.staff.Skill;
import org.havenline.routingconfig.version.Publishing;
import org.havenline.routingconfig.version.TableFiles;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Ledger;
import org.havenline.routingconfig.yaml.Value;
import org.havenline.routingconfig.yaml.YamlFile;

/// Reads a folder of tables once. The top-level keys may be spread over the files as one likes.
final class TablesReader {
  private final Ledger ledger = new Ledger();
  private final LocalDate today;

  /// Where each line stands, for what can be said only when all is read.
  private final Map<Line, Value> places = new LinkedHashMap<>();

  private final List<Fields> tops = new ArrayList<>();
  private final List<CustomAttribute> attributes = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<Queue> queues = new ArrayList<>();
  private final List<Plan> plans = new ArrayList<>();
  private final List<Escalation> escalations = new ArrayList<>();
  private final List<Skill> skills = new ArrayList<>();
  private final List<Responder> responders = new ArrayList<>();
  private final RosterReader roster = new RosterReader(ledger);
  private final List<HolidayCalendar> holidays = new ArrayList<>();
  private final List<Hours> hours = new ArrayList<>();
  private final List<Interpreter> interpreters = new ArrayList<>();
  private final List<Partner> partners = new ArrayList<>();
  private final List<List<Kinship>> understanding = new ArrayList<>();
  private final List<Community> communities = new ArrayList<>();
  private Publishing publishing = Publishing.ONE_PERSON;

  /// @param today what is over before it is a finding; `LocalDate.MIN` for none
  TablesReader(Set<String> texts, LocalDate today) {
    this.today = today;
    ledger.know("text", texts);
  }

  Reading read(Path folder) {
    try {
      return read(TableFiles.in(folder), name(folder));
    } catch (IOException unreadable) {
      ledger.add(
          name(folder), 0, "the folder cannot be read", "Check that it exists and its rights");
      return new Reading.Faulty(ledger.close());
    }
  }

  Reading read(TableFiles files) {
    return read(files.tables(), "tables");
  }

  private Reading read(TableFiles files, String folder) {
    var tables =
        files.files().keySet().stream().filter(name -> name.endsWith(TableFiles.TABLES)).toList();
    if (tables.size() > TableFiles.MOST_FILES) {
      ledger.add(folder, 0, "more than " + TableFiles.MOST_FILES + " files", "Join some of them");
    }
    if (files.bytes() > TableFiles.MOST_BYTES) {
      ledger.add(
          folder,
          0,
          "more than " + TableFiles.MOST_BYTES / 1024 / 1024 + " MiB in all",
          "Remove what is not needed any more");
    } else {
      var days = new DayReader(new Feeds(files::file), today);
      tables.stream()
          .limit(TableFiles.MOST_FILES)
          .forEach(name -> take(name, files.file(name).orElseThrow(), days));
    }
    return close(folder);
  }

  Reading shipped() {
    return read(TableFiles.shipped());
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private void take(String file, byte[] bytes, DayReader days) {
    Optional<Fields> top = YamlFile.read(file, bytes, ledger);
    if (top.isEmpty()) {
      return;
    }
    var fields = top.get();
    each(fields, "attributes", attributes, CustomAttribute::read);
    each(fields, "holidays", holidays, one -> HolidayCalendar.read(one, days));
    tops.add(fields);
  }

  /// Conditions need the attributes of every file.
  private void sort(Fields fields, Supplier<Conditions> compiler) {
    each(fields, "lines", lines, this::line);
    each(fields, "queues", queues, Queue::read);
    each(fields, "plans", plans, plan -> Plan.read(plan, compiler));
    each(fields, "escalations", escalations, step -> Escalation.read(step, compiler));
    each(fields, "skills", skills, Skill::read);
    each(fields, "responders", responders, Responder::read);
    roster.read(fields);
    each(fields, "hours", hours, Hours::read);
    each(fields, "interpreters", interpreters, Interpreter::read);
    each(fields, "partners", partners, Partner::read);
    each(fields, "understanding", understanding, Kinship::read);
    each(fields, "communities", communities, Community::read);
    fields.optional("publishing").ifPresent(this::takePublishing);
    fields.done();
  }

  private void takePublishing(Value value) {
    value.once("setting", "publishing");
    value.word(Publishing.class).ifPresent(found -> publishing = found);
  }

  private static <T> void each(Fields top, String key, List<T> into, Function<Fields, T> read) {
    top.optional(key).ifPresent(list -> into.addAll(Fields.each(list, read)));
  }

  /// Made at the first condition that is read, and then kept: it never changes and is dear to make.
  private static final class Cel {
    static final Conditions CONDITIONS = new Conditions();
  }

  private Line line(Fields fields) {
    var line = Line.read(fields);
    places.put(line, fields.at());
    return line;
  }

  /// A channel that is offered, but never open, is a door painted on a wall.
  private void checkDoors(Line line, Value at) {
    for (var one : hours) {
      if (line.hours().filter(one.id()::equals).isPresent()) {
        var open = one.in(line.timeZone(), holidays);
        line.numbers().stream()
            .flatMap(number -> number.channels().stream())
            .distinct()
            .sorted()
            .filter(channel -> !open.everOpen(channel))
            .forEach(channel ->
                at.fault(
                    "'" + one.id() + "' never opens on " + channel + ", which this line offers",
                    "Give the channel hours, or remove it from the numbers"));
      }
    }
  }

  /// Forwarded to a number of ours, a call would come back to where it was forwarded from.
  private void checkDutyPhone(Line line, Value at) {
    boolean ours =
        line.dutyPhone()
            .filter(phone -> lines.stream().anyMatch(one -> one.reachedAt(Channel.VOICE, phone)))
            .isPresent();
    if (ours) {
      at.fault("the duty phone is a number of a line", "Name a telephone that somebody carries");
    }
  }

  private static void checkVoicemail(Line line, Value at) {
    boolean called = line.numbers().stream().anyMatch(number -> number.on(Channel.VOICE));
    if (line.voicemail() != Voicemail.NEVER && !called) {
      at.fault("a voicemail, but nobody can call this line", "Remove 'voicemail'");
    } else if (line.voicemail() == Voicemail.CLOSED && line.hours().isEmpty()) {
      at.fault(
          "a voicemail for closed hours, but this line is always open",
          "Give the line hours, or write 'voicemail: always'");
    }
  }

  /// With attributes of the table's own, if it has any.
  private Supplier<Conditions> compiler() {
    if (attributes.isEmpty()) {
      return () -> Cel.CONDITIONS;
    }
    var once = new AtomicReference<Conditions>();
    return () ->
        once.updateAndGet(known -> known == null ? new Conditions(List.copyOf(attributes)) : known);
  }

  private Reading close(String folder) {
    var compiler = compiler();
    tops.forEach(fields -> sort(fields, compiler));
    places.forEach(this::checkDoors);
    places.forEach(this::checkDutyPhone);
    places.forEach(TablesReader::checkVoicemail);
    if (lines.isEmpty()) {
      ledger.add(folder, 0, "no line is described", "Add 'lines:' to a *.yaml file of this folder");
    }
    var whole = roster.close(responders);
    var findings = ledger.close();
    return findings.isEmpty()
        ? new Reading.Sound(
            new RoutingTables(
                List.copyOf(lines),
                List.copyOf(queues),
                List.copyOf(plans),
                List.copyOf(escalations),
                List.copyOf(skills),
                List.copyOf(responders),
                whole.onCall(),
                whole,
                List.copyOf(holidays),
                List.copyOf(hours),
                List.copyOf(interpreters),
                List.copyOf(partners),
                new LanguageGraph(understanding.stream().flatMap(List::stream).toList()),
                List.copyOf(communities),
                publishing,
                ledger.places("line", "queue", "plan", "rule", "escalation")))
        : new Reading.Faulty(findings);
  }
}
