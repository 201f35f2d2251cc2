package org.havenline.referral.imports.tidy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// A service that comes twice in one import: what the first lacked is added, what it says stays.
public final class Filling {
  private Filling() {}

  /// @param first is changed
  /// @return whether they contradict each other
  public static boolean fill(ObjectNode first, JsonNode later) {
    boolean contradicted = false;
    for (var field : List.copyOf(later.properties())) {
      var there = first.get(field.getKey());
      if (there == null) {
        first.set(field.getKey(), field.getValue());
      } else if (there instanceof ObjectNode object && field.getValue().isObject()) {
        contradicted |= fill(object, field.getValue());
      } else {
        contradicted |= !there.equals(field.getValue());
      }
    }
    return contradicted;
  }
}
