package org.havenline.simulator.rest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import org.havenline.simulator.web.Asked;

/// The REST requests received, so that a test can say "exactly one POST".
public final class RequestLog {
  private static final int REMEMBERED = 10_000;

  private final Deque<JsonObject> last = new ArrayDeque<>();
  private long requests;
  private long messagePosts;

  public synchronized void add(Asked asked) {
    requests++;
    if (last.size() == REMEMBERED) {
      last.removeFirst();
    }
    var line = new JsonObject().put("method", asked.method()).put("path", asked.path());
    if (asked.method().equals("POST")) {
      var fields = new JsonObject();
      asked.form().fields().forEach(field -> fields.put(field.name(), field.value()));
      line.put("fields", fields);
      if (asked.path().endsWith("/Messages.json")) {
        messagePosts++;
      }
    }
    last.addLast(line);
  }

  public synchronized JsonObject list() {
    var lines = new JsonArray();
    last.forEach(lines::add);
    return new JsonObject()
        .put("count", requests)
        .put("messagePosts", messagePosts)
        .put("requests", lines);
  }

  public synchronized void clear() {
    last.clear();
    requests = 0;
    messagePosts = 0;
  }
}
