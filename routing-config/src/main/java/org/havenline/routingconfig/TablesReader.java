package org.havenline.routingconfig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.havenline.routingconfig.asking.Community;
import org.havenline.routingconfig.condition.Conditions;
import org.havenline.routingconfig.language.Kinship;
import org.havenline.routingconfig.language.LanguageGraph;
import org.havenline.routingconfig.line.Line;
import org.havenline.routingconfig.plan.Escalation;
import org.havenline.routingconfig.plan.Plan;
import org.havenline.routingconfig.plan.Queue;
import org.havenline.routingconfig.roster.RosterReader;
import org.havenline.routingconfig.staff.Responder;
import org.havenline.routingconfig.staff.Skill;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Ledger;
import org.havenline.routingconfig.yaml.YamlFile;

/// Reads a folder of tables once. The top-level keys may be spread over the files as one likes.
final class TablesReader {
  static final List<String> SHIPPED =
      List.of("languages.yaml", "lines.yaml", "plans.yaml", "responders.yaml", "shifts.yaml");
  private static final int MOST_FILES = 50;

  private final Ledger ledger = new Ledger();

  private final List<Line> lines = new ArrayList<>();
  private final List<Queue> queues = new ArrayList<>();
  private final List<Plan> plans = new ArrayList<>();
  private final List<Escalation> escalations = new ArrayList<>();
  private final List<Skill> skills = new ArrayList<>();
  private final List<Responder> responders = new ArrayList<>();
  private final RosterReader roster = new RosterReader(ledger);
  private final List<List<Kinship>> understanding = new ArrayList<>();
  private final List<Community> communities = new ArrayList<>();

  TablesReader(Set<String> texts) {
    ledger.know("text", texts);
  }

  Reading read(Path folder) {
    try (var entries = Files.list(folder)) {
      var files =
          entries
              .filter(file -> file.getFileName().toString().endsWith(".yaml"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      if (files.size() > MOST_FILES) {
        ledger.add(name(folder), 0, "more than " + MOST_FILES + " files", "Join some of them");
      }
      for (var file : files.subList(0, Math.min(files.size(), MOST_FILES))) {
        readFile(file);
      }
    } catch (IOException unreadable) {
      ledger.add(
          name(folder), 0, "the folder cannot be read", "Check that it exists and its rights");
    }
    return close(name(folder));
  }

  private void readFile(Path file) {
    try (var in = Files.newInputStream(file)) {
      take(name(file), in.readNBytes(YamlFile.MOST_BYTES + 1));
    } catch (IOException unreadable) {
      ledger.add(name(file), 0, "the file cannot be read", "Check its rights");
    }
  }

  Reading shipped() {
    for (var file : SHIPPED) {
      try (var in = TablesReader.class.getResourceAsStream("tables/" + file)) {
        take(file, Objects.requireNonNull(in, file).readAllBytes());
      } catch (IOException broken) {
        throw new UncheckedIOException("the jar is broken", broken);
      }
    }
    return close("tables");
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private void take(String file, byte[] bytes) {
    Optional<Fields> top = YamlFile.read(file, bytes, ledger);
    if (top.isEmpty()) {
      return;
    }
    var fields = top.get();
    Supplier<Conditions> compiler = () -> Cel.CONDITIONS;
    each(fields, "lines", lines, Line::read);
    each(fields, "queues", queues, Queue::read);
    each(fields, "plans", plans, plan -> Plan.read(plan, compiler));
    each(fields, "escalations", escalations, Escalation::read);
    each(fields, "skills", skills, Skill::read);
    each(fields, "responders", responders, Responder::read);
    roster.read(fields);
    each(fields, "understanding", understanding, Kinship::read);
    each(fields, "communities", communities, Community::read);
    fields.done();
  }

  private static <T> void each(Fields top, String key, List<T> into, Function<Fields, T> read) {
    top.optional(key).ifPresent(list -> into.addAll(Fields.each(list, read)));
  }

  /// Made at the first condition that is read, and then kept: it never changes and is dear to make.
  private static final class Cel {
    static final Conditions CONDITIONS = new Conditions();
  }

  private Reading close(String folder) {
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
                new LanguageGraph(understanding.stream().flatMap(List::stream).toList()),
                List.copyOf(communities)))
        : new Reading.Faulty(findings);
  }
}
