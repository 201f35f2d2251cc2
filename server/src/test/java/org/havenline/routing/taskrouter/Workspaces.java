package org.havenline.routing.taskrouter;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Workspaces as TaskRouter's REST API shows them, for tests.
final class Workspaces {
  private Workspaces() {}

  /// @param workflow as in `configuration`, without its outermost key
  static String of(String workflow, String[] queues, String... workers) {
    return """
    {"workflows": [{"friendly_name": "Calls", "task_reservation_timeout": 30,
       "configuration": %s}],
     "task_queues": [%s],
     "workers": [%s],
     "activities": [{"sid": "WA1", "friendly_name": "Available", "available": true},
       {"sid": "WA2", "friendly_name": "High Value Tasks", "available": true},
       {"sid": "WA3", "friendly_name": "Offline", "available": false}]}
    """
        .formatted(
            quoted("{\"task_routing\": " + workflow + "}"),
            String.join(",\n", queues),
            String.join(",\n", workers));
  }

  static String[] queues(String... queues) {
    return queues;
  }

  /// @param workers expression
  static String queue(String sid, String workers) {
    return """
    {"sid": "%1$s", "friendly_name": "%1$s", "target_workers": %2$s, "max_reserved_workers": 1,
     "task_order": "FIFO"}\
    """
        .formatted(sid, quoted(workers));
  }

  static String worker(String name, String attributes) {
    return """
    {"sid": "WK%1$s", "friendly_name": "%1$s", "attributes": %2$s}\
    """
        .formatted(name, quoted(attributes));
  }

  /// Workers named like queues, each of which has only its own.
  static String[] oneEach(String... queues) {
    return Arrays.stream(queues)
        .map(name -> worker(name, "{\"queue\": \"" + name + "\"}"))
        .toArray(String[]::new);
  }

  static String[] ownQueues(String... queues) {
    return Arrays.stream(queues)
        .map(name -> queue(name, "queue == '" + name + "'"))
        .toArray(String[]::new);
  }

  private static String quoted(String text) {
    return text.lines()
        .map(line -> line.replace("\\", "\\\\").replace("\"", "\\\""))
        .collect(Collectors.joining(" ", "\"", "\""));
  }
}
