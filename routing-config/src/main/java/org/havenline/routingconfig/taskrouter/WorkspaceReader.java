package org.havenline.routingconfig.taskrouter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.havenline.routingconfig.taskrouter.Workspace.Filter;
import org.havenline.routingconfig.taskrouter.Workspace.Queue;
import org.havenline.routingconfig.taskrouter.Workspace.Target;
import org.havenline.routingconfig.taskrouter.Workspace.Worker;
import org.havenline.routingconfig.taskrouter.Workspace.Workflow;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Ledger;
import org.havenline.routingconfig.yaml.Value;
import org.havenline.routingconfig.yaml.YamlFile;

/// Reads the `*.json` files of a folder: answers of the REST API (`/Workflows`, `/TaskQueues`,
/// `/Workers`, `/Activities`), in any number of files of any name, told apart by their keys. JSON
/// is read as YAML, whose limits and findings then hold for it.
final class WorkspaceReader {
  private static final int MOST_FILES = 50;
  private static final int RESERVATION_TIMEOUT = 120;

  private final Ledger ledger;
  private final List<Workflow> workflows = new ArrayList<>();
  private final Map<String, Queue> queues = new HashMap<>();
  private final List<Worker> workers = new ArrayList<>();
  private final Set<String> available = new HashSet<>();

  WorkspaceReader(Ledger ledger) {
    this.ledger = ledger;
  }

  Workspace read(Path folder) {
    var name = String.valueOf(folder.getFileName());
    try (var entries = Files.list(folder)) {
      var files =
          entries
              .filter(file -> file.getFileName().toString().endsWith(".json"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      if (files.size() > MOST_FILES) {
        ledger.add(name, 0, "more than " + MOST_FILES + " files", "Join some of them");
      }
      for (var file : files.subList(0, Math.min(files.size(), MOST_FILES))) {
        take(String.valueOf(file.getFileName()), file);
      }
    } catch (IOException unreadable) {
      ledger.add(name, 0, "the folder cannot be read", "Check that it exists and its rights");
    }
    if (workflows.isEmpty()) {
      ledger.add(
          name, 0, "there is no workflow", "Put the answer of /Workflows there, as a *.json file");
    }
    return new Workspace(
        List.copyOf(workflows), Map.copyOf(queues), List.copyOf(workers), Set.copyOf(available));
  }

  private void take(String name, Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      parse(name, in.readNBytes(YamlFile.MOST_BYTES + 1)).ifPresent(top -> take(name, top));
    }
  }

  private Optional<Fields> parse(String name, byte[] json) {
    // JSON has tabs between words and \/ in texts, which YAML has not
    var text = new String(json, StandardCharsets.UTF_8).replace('\t', ' ').replace("\\/", "/");
    return YamlFile.read(name, text.getBytes(StandardCharsets.UTF_8), ledger);
  }

  private void take(String file, Fields top) {
    each(
        top,
        "workflows",
        workflow -> {
          var name = text(workflow, "friendly_name").orElse("workflow");
          int timeout = whole(workflow, "task_reservation_timeout").orElse(RESERVATION_TIMEOUT);
          text(workflow, "configuration")
              .flatMap(json -> parse(file, json.getBytes(StandardCharsets.UTF_8)))
              .flatMap(json -> json.optional("task_routing"))
              .ifPresentOrElse(
                  it -> workflow(name, timeout, it.fields()),
                  () -> fault(workflow.at(), "this workflow has no configuration"));
        });
    // a configuration alone
    top.optional("task_routing")
        .ifPresent(it -> workflow(file.replace(".json", ""), RESERVATION_TIMEOUT, it.fields()));
    each(
        top,
        "task_queues",
        queue ->
            text(queue, "sid")
                .ifPresentOrElse(
                    sid -> queues.put(sid, queue(queue)),
                    () -> fault(queue.at(), "this queue has no sid")));
    each(top, "workers", worker -> workers.add(worker(file, worker)));
    each(top, "activities", this::activity);
  }

  private void workflow(String name, int timeout, Fields routing) {
    var filters = new ArrayList<Filter>();
    each(
        routing,
        "filters",
        filter -> {
          var targets = new ArrayList<Target>();
          each(filter, "targets", target -> targets.add(target(target)));
          var title =
              text(filter, "filter_friendly_name")
                  .or(() -> text(filter, "friendly_name"))
                  .or(() -> text(filter, "friendlyName"));
          text(filter, "expression")
              .ifPresentOrElse(
                  it -> filters.add(new Filter(title.orElse("filter"), it, targets)),
                  () -> fault(filter.at(), "this filter has no expression"));
        });
    workflows.add(
        new Workflow(
            name,
            timeout,
            List.copyOf(filters),
            present(routing, "default_filter").map(it -> target(it.fields()))));
  }

  private Target target(Fields fields) {
    var known =
        text(fields, "known_worker_sid")
            .map(path -> path + " == worker.sid")
            .or(() ->
                text(fields, "known_worker_friendly_name")
                    .map(path -> path + " == worker.friendly_name"));
    return new Target(
        text(fields, "queue"),
        whole(fields, "priority"),
        whole(fields, "timeout").filter(seconds -> seconds > 0),
        text(fields, "expression"),
        text(fields, "order_by"),
        text(fields, "skip_if"),
        known);
  }

  private static Queue queue(Fields fields) {
    return new Queue(
        text(fields, "friendly_name").orElse("queue"),
        text(fields, "target_workers").orElse("1==1"),
        whole(fields, "max_reserved_workers").orElse(1),
        text(fields, "task_order").map("LIFO"::equals).orElse(false));
  }

  private Worker worker(String file, Fields fields) {
    var channels = new HashMap<String, Integer>();
    each(
        fields,
        "channels",
        channel ->
            text(channel, "task_channel_unique_name")
                .ifPresent(
                    name -> channels.put(name, whole(channel, "configured_capacity").orElse(1))));
    return new Worker(
        text(fields, "sid").orElse(""),
        text(fields, "friendly_name").orElse("worker"),
        text(fields, "attributes")
            .flatMap(json -> parse(file, json.getBytes(StandardCharsets.UTF_8)))
            .flatMap(json -> json.at().plain())
            .map(WorkspaceReader::flat)
            .orElse(Map.of()),
        Map.copyOf(channels));
  }

  private void activity(Fields fields) {
    if (fields.optional("available").flatMap(Value::plain).orElse(false).equals(true)) {
      text(fields, "friendly_name").ifPresent(available::add);
      text(fields, "sid").ifPresent(available::add);
    }
  }

  /// Tables within tables by names with dots, as expressions write them.
  private static Map<String, Object> flat(Object attributes) {
    var all = new HashMap<String, Object>();
    flatten("", attributes, all);
    return all;
  }

  private static void flatten(String prefix, Object value, Map<String, Object> into) {
    if (value instanceof Map<?, ?> table) {
      table.forEach((key, inner) ->
          flatten(prefix.isEmpty() ? key.toString() : prefix + "." + key, inner, into));
    } else if (!prefix.isEmpty()) {
      into.put(prefix, value);
    }
  }

  private static void each(Fields fields, String key, java.util.function.Consumer<Fields> take) {
    present(fields, key).ifPresent(list -> list.list().forEach(one -> take.accept(one.fields())));
  }

  /// Unless it is null.
  private static Optional<Value> present(Fields fields, String key) {
    return fields.optional(key).filter(value -> value.plain().isPresent());
  }

  private static Optional<String> text(Fields fields, String key) {
    return fields
        .optional(key)
        .flatMap(Value::plain)
        .filter(it -> it instanceof String || it instanceof Double)
        .map(it -> it instanceof Double number ? Long.toString(number.longValue()) : (String) it)
        .filter(it -> !it.isEmpty());
  }

  private static Optional<Integer> whole(Fields fields, String key) {
    return text(fields, key).filter(it -> it.matches("\\d{1,9}")).map(Integer::parseInt);
  }

  private static void fault(Value at, String fault) {
    at.fault(fault, "Fetch it again from the REST API");
  }
}
