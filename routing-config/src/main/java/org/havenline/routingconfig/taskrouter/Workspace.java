package org.havenline.routingconfig.taskrouter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A workspace of TaskRouter, as its REST API shows it.
///
/// @param queues by SID
/// @param available names and SIDs of activities in which a worker is offered tasks
record Workspace(
    List<Workflow> workflows,
    Map<String, Queue> queues,
    List<Worker> workers,
    Set<String> available) {

  boolean isAvailable(String activity) {
    return available.contains(activity);
  }

  /// @param reservationTimeout s
  /// @param fallback target of the default filter
  record Workflow(
      String name, int reservationTimeout, List<Filter> filters, Optional<Target> fallback) {}

  /// @param expression over the attributes of a task
  record Filter(String name, String expression, List<Target> targets) {}

  /// @param queue SID; empty: that of the target before
  /// @param timeout s; empty: none
  /// @param known an attribute of the task, and that of the worker it must be equal to
  record Target(
      Optional<String> queue,
      Optional<Integer> priority,
      Optional<Integer> timeout,
      Optional<String> expression,
      Optional<String> orderBy,
      Optional<String> skipIf,
      Optional<String> known) {}

  /// @param workers expression over the attributes of workers
  /// @param reserves how many workers are asked at once
  record Queue(String name, String workers, int reserves, boolean newestFirst) {}

  /// @param channels name → capacity
  record Worker(
      String sid, String name, Map<String, Object> attributes, Map<String, Integer> channels) {}
}
