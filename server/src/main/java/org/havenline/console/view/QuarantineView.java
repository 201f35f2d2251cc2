package org.havenline.console.view;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.havenline.intake.Quarantine;

/// Set-aside input as a supervisor sees it: when and why, not what.
public final class QuarantineView {
  private QuarantineView() {}

  public static JsonArray of(List<Quarantine.Item> items) {
    var list = new JsonArray();
    items.forEach(item -> list.add(of(item.id(), item.at(), item.reason())));
    return list;
  }

  public static JsonObject of(String id, Instant at, String reason) {
    return new JsonObject().put("id", id).put("at", at.toString()).put("reason", reason);
  }
}
