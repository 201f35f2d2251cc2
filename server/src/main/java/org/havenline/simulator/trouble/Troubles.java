package org.havenline.simulator.trouble;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/// The troubles that are armed, in the order in which they were.
public final class Troubles {
  private final List<Armed> armed = new ArrayList<>();

  /// Keeps a trouble for its moment.
  ///
  /// @throws IllegalArgumentException naming what is wrong
  public synchronized void arm(JsonObject asked) {
    armed.add(Armed.of(asked));
  }

  /// The first trouble that concerns this message, used up by one.
  public synchronized Trouble strike(Where where, String from, String to) {
    for (int i = 0; i < armed.size(); i++) {
      if (armed.get(i).concerns(where, from, to)) {
        return use(i);
      }
    }
    return new Trouble.None();
  }

  /// Every trouble that concerns this message: callbacks may be shuffled, repeated and slow at
  /// once.
  public synchronized List<Trouble> strikeAll(Where where, String from, String to) {
    var found = new ArrayList<Trouble>();
    for (int i = armed.size() - 1; i >= 0; i--) {
      if (armed.get(i).concerns(where, from, to)) {
        found.add(use(i));
      }
    }
    return found;
  }

  private Trouble use(int index) {
    var trouble = armed.get(index).trouble();
    armed
        .get(index)
        .used()
        .ifPresentOrElse(left -> armed.set(index, left), () -> armed.remove(index));
    return trouble;
  }

  public synchronized JsonArray list() {
    var list = new JsonArray();
    armed.forEach(one -> list.add(one.asked().copy().put("count", one.left())));
    return list;
  }

  public synchronized void clear() {
    armed.clear();
  }
}
