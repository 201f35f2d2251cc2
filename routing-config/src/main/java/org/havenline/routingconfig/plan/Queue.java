package org.havenline.routingconfig.plan;

import org.havenline.routingconfig.yaml.Fields;

/// A place to wait in, ordered by virtual arrival.
///
/// @param name as supervisors read it
public record Queue(QueueId id, String name) {
  public static Queue read(Fields fields) {
    return new Queue(
        new QueueId(fields.required("id").map(v -> v.declares("queue")).orElse("")),
        fields.text("name"));
  }
}
