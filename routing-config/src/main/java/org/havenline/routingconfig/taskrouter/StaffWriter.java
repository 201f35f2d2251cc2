package org.havenline.routingconfig.taskrouter;

import static org.havenline.routingconfig.taskrouter.CelWriter.quoted;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.havenline.routingconfig.taskrouter.TaskRouterImport.Ids;
import org.havenline.routingconfig.taskrouter.Workspace.Worker;

/// Writes workers as responders.
final class StaffWriter {
  private static final Map<String, List<String>> CHANNELS =
      Map.of(
          "voice", List.of("voice"),
          "sms", List.of("sms", "whatsapp"),
          "chat", List.of("sms", "whatsapp", "webchat"),
          "default", List.of("sms", "whatsapp", "webchat", "voice"));

  private static final int MOST_AT_ONCE = 20;

  private StaffWriter() {}

  static String write(Workspace workspace, Warnings warnings, Ids ids) {
    warnings.at("responders.yaml");
    warnings.add(
        "languages and gender of workers are not known",
        "Give each responder languages with levels, and gender if she agrees");
    warnings.add(
        "the number of the people on call is not known",
        "Put it in place of +12025550199, which reaches nobody");
    var text = new StringBuilder("# Imported from TaskRouter.\nresponders:\n");
    if (workspace.workers().isEmpty()) {
      text.setLength(text.length() - 1);
      text.append(" []\n");
    }
    workspace.workers().forEach(worker -> text.append(responder(worker, warnings, ids)));
    return text.append("on-call:\n  - id: on-call\n    numbers: [\"+12025550199\"]\n").toString();
  }

  private static String responder(Worker worker, Warnings warnings, Ids ids) {
    var attributes = new TreeMap<>(worker.attributes());
    attributes.put("sid", worker.sid());
    attributes.put("friendly_name", worker.name());
    return """
      - id: %s
        name: %s
        roles: [responder]
        languages: {en: working}
        capacity: {%s}
        attributes: %s
    """
        .formatted(
            ids.of("responder", worker.name()),
            quoted(worker.name()),
            capacity(worker, warnings),
            plain(attributes));
  }

  private static String capacity(Worker worker, Warnings warnings) {
    var all = new TreeMap<String, Integer>();
    worker
        .channels()
        .forEach((channel, most) -> {
          if (!CHANNELS.containsKey(channel)) {
            warnings.add(
                "workers have a channel " + quoted(channel), "There is none here; it is left out");
          }
          CHANNELS
              .getOrDefault(channel, List.of())
              .forEach(ours -> all.merge(ours, Math.min(most, MOST_AT_ONCE), Math::max));
        });
    if (all.isEmpty()) {
      CHANNELS.getOrDefault("default", List.of()).forEach(ours -> all.put(ours, 1));
    }
    return all.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String plain(Object value) {
    return switch (value) {
      case Map<?, ?> table ->
          table.entrySet().stream()
              .map(entry -> quoted(entry.getKey().toString()) + ": " + plain(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case List<?> list ->
          list.stream().map(StaffWriter::plain).collect(Collectors.joining(", ", "[", "]"));
      case Double number ->
          number == Math.rint(number)
              ? Long.toString(number.longValue())
              : java.math.BigDecimal.valueOf(number).toPlainString();
      case Boolean flag -> flag.toString();
      default -> quoted(value.toString());
    };
  }
}
