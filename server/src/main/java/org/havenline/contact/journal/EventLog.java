package org.havenline.contact.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.havenline.contact.LineKeys;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.redis.Reply;
import org.havenline.redis.StreamTail;

/// The log of a line.
///
/// Keys:
/// - `{line}:events` stream: entries `<seq>-0`, the newest 100,000
/// - `{line}:seq` the last number given
public final class EventLog {
  private static final RedisScript NOTE = RedisScript.of(EventLog.class, "note.lua");

  private final Redis redis;
  private final LineKeys keys;

  public EventLog(Redis redis, LineKeys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  /// The number of the newest event, 0 before the first.
  public long last() {
    return redis.call("GET", keys.of("seq")).optionalText().map(Long::parseLong).orElse(0L);
  }

  /// The number of the oldest event still kept, 0 when there is none.
  public long oldest() {
    var first = redis.call("XRANGE", keys.of("events"), "-", "+", "COUNT", 1).list();
    return first.isEmpty() ? 0 : parse(first.getFirst()).seq();
  }

  /// The next events after `seq`, oldest first.
  public List<Event> after(long seq, int most) {
    return redis
        .call("XRANGE", keys.of("events"), "(" + seq + "-0", "+", "COUNT", most)
        .list()
        .stream()
        .map(EventLog::parse)
        .toList();
  }

  /// The events before `seq`, the newest first.
  public List<Event> before(long seq, int most) {
    return redis
        .call("XREVRANGE", keys.of("events"), "(" + seq + "-0", "-", "COUNT", most)
        .list()
        .stream()
        .map(EventLog::parse)
        .toList();
  }

  /// Follows the log from `after` on, each event once and in order, until closed.
  ///
  /// @param retry waits a little when the store is away; false gives up
  public StreamTail follow(long after, Consumer<Event> event, BooleanSupplier retry) {
    return new StreamTail(
        redis, keys.of("events"), after + "-0", entry -> event.accept(parse(entry)), retry);
  }

  /// Adds an event that goes with no other change of state.
  ///
  /// @param fields names and values in turn
  public void note(Instant now, String type, Object... fields) {
    var arguments = new Object[fields.length + 2];
    arguments[0] = now.toEpochMilli();
    arguments[1] = type;
    System.arraycopy(fields, 0, arguments, 2, fields.length);
    redis.run(NOTE, keys.prefix(), arguments);
  }

  private static Event parse(Reply entry) {
    var id = entry.list().getFirst().text();
    var fields = new HashMap<String, String>();
    entry
        .list()
        .get(1)
        .fields()
        .forEach((name, value) -> fields.put(name, new String(value, UTF_8)));
    var type = fields.remove("type");
    var at = fields.remove("at");
    if (type == null || at == null) {
      throw new IllegalStateException("event " + id + " has no type or time");
    }
    return new Event(
        Long.parseLong(id.substring(0, id.indexOf('-'))),
        Instant.ofEpochMilli(Long.parseLong(at)),
        type,
        fields);
  }
}
