package org.havenline.routingconfig.staff;

import java.util.HashMap;
import java.util.Map;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Value;

/// Something a responder was trained for, at levels from 1 (trained) to 5.
public record Skill(String id, String name) {
  private static final int HIGHEST = 5;

  public static Skill read(Fields fields) {
    return new Skill(
        fields.required("id").map(v -> v.declares("skill")).orElse(""), fields.text("name"));
  }

  /// Reads `[crisis, minors]`, each at level 1, or `{crisis: 2}`: with a responder the level she
  /// has, with a rule the level it takes at least.
  public static Map<String, Integer> levels(Value value) {
    var all = new HashMap<String, Integer>();
    if (value.isList()) {
      value.list().forEach(skill -> all.put(skill.refersTo("skill"), 1));
    } else {
      value
          .entries()
          .forEach((skill, level) -> all.put(skill.refersTo("skill"), level.whole(1, HIGHEST)));
    }
    return Map.copyOf(all);
  }
}
