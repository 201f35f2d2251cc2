package org.havenline.routingconfig;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.havenline.routingconfig.condition.Conditions;
import org.havenline.routingconfig.line.Line;
import org.havenline.routingconfig.plan.Escalation;
import org.havenline.routingconfig.plan.Plan;
import org.havenline.routingconfig.plan.Queue;
import org.havenline.routingconfig.staff.OnCall;
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
  static final List<String> SHIPPED = TableFiles.SHIPPED;

  private final Ledger ledger = new Ledger();

  private final List<Line> lines = new ArrayList<>();
  private final List<Queue> queues = new ArrayList<>();
  private final List<Plan> plans = new ArrayList<>();
  private final List<Escalation> escalations = new ArrayList<>();
  private final List<Skill> skills = new ArrayList<>();
  private final List<Responder> responders = new ArrayList<>();
  private final List<OnCall> onCall = new ArrayList<>();
  private Publishing publishing = Publishing.ONE_PERSON;

  TablesReader(Set<String> texts) {
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
    return read(files, "tables");
  }

  private Reading read(TableFiles files, String folder) {
    if (files.files().size() > TableFiles.MOST_FILES) {
      ledger.add(folder, 0, "more than " + TableFiles.MOST_FILES + " files", "Join some of them");
    }
    if (files.bytes() > TableFiles.MOST_BYTES) {
      ledger.add(
          folder,
          0,
          "more than " + TableFiles.MOST_BYTES / 1024 / 1024 + " MiB in all",
          "Remove what is not needed any more");
    } else {
      files.files().forEach(this::take);
    }
    return close(folder);
  }

  Reading shipped() {
    return read(TableFiles.shipped());
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
    each(fields, "on-call", onCall, OnCall::read);
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

  private Reading close(String folder) {
    if (lines.isEmpty()) {
      ledger.add(folder, 0, "no line is described", "Add 'lines:' to a *.yaml file of this folder");
    }
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
                List.copyOf(onCall),
                publishing))
        : new Reading.Faulty(findings);
  }
}
