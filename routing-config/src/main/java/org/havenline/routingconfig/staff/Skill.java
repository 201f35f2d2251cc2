package org.havenline.routingconfig.staff;

import org.havenline.routingconfig.yaml.Fields;

/// Something a responder was trained for.
public record Skill(String id, String name) {
  public static Skill read(Fields fields) {
    return new Skill(
        fields.required("id").map(v -> v.declares("skill")).orElse(""), fields.text("name"));
  }
}
