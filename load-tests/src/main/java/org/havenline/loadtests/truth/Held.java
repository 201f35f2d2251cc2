package org.havenline.loadtests.truth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.havenline.loadtests.machine.Patience;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Response;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.ScanParams;

/// Every text the server holds, with each place a person would see it in: a conversation, the inbox
/// of what is not yet understood, quarantine; and how often the event log announced it.
///
/// @param places sid → keys of the store, one for each time it is there
/// @param announced sid → how many `message.received` events
public record Held(Map<String, List<String>> places, Map<String, Integer> announced) {
  /// The line of the shipped tables.
  private static final String LINE = "{demo}:";

  private static final int BATCH = 1_000;

  /// Waits until everything accepted is in its conversation, then reads.
  public static Held settled(Jedis redis, Duration most) {
    awaitSettled(redis, most);
    return read(redis);
  }

  /// Waits until everything accepted is in its conversation.
  public static void awaitSettled(Jedis redis, Duration most) {
    Patience.until(
        "the inbox is worked off",
        most,
        () -> {
          Patience.pause(Duration.ofMillis(100));
          return redis.zcard(LINE + "inbox") == 0;
        });
  }

  /// Reads what is there now.
  public static Held read(Jedis redis) {
    var places = new HashMap<String, List<String>>();
    for (var key : keys(redis, LINE + "inbox:*", "list")) {
      for (var entry : redis.lrange(key.getBytes(ISO_8859_1), 0, -1)) {
        var item = new String(entry, ISO_8859_1);
        put(places, item.substring(0, item.indexOf('\n')), key);
      }
    }
    for (var key : keys(redis, LINE + "quarantined:in-*", "hash")) {
      put(places, key.substring(key.indexOf(":in-") + 4), key);
    }
    var orders = keys(redis, LINE + "order:*", "list");
    var messages = new HashMap<String, String>();
    for (int from = 0; from < orders.size(); from += BATCH) {
      var some = orders.subList(from, Math.min(from + BATCH, orders.size()));
      var ids = lists(redis, some);
      var sids = sids(redis, ids.values().stream().flatMap(List::stream).distinct().toList());
      messages.putAll(sids);
      ids.forEach((order, members) ->
          members.stream()
              .map(sids::get)
              .filter(Objects::nonNull)
              .forEach(sid -> put(places, sid, order)));
    }
    return new Held(places, announced(redis, messages));
  }

  private static void put(Map<String, List<String>> places, String sid, String key) {
    places.computeIfAbsent(sid, _ -> new ArrayList<>(1)).add(key);
  }

  /// Names of keys, of one type.
  public static List<String> keys(Jedis redis, String pattern, String type) {
    var keys = new java.util.HashSet<String>();
    var cursor = ScanParams.SCAN_POINTER_START;
    do {
      var some = redis.scan(cursor, new ScanParams().match(pattern).count(BATCH), type);
      keys.addAll(some.getResult());
      cursor = some.getCursor();
    } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
    return List.copyOf(keys);
  }

  private static Map<String, List<String>> lists(Jedis redis, List<String> keys) {
    try (var pipeline = redis.pipelined()) {
      var found = new HashMap<String, Response<List<String>>>();
      keys.forEach(key -> found.put(key, pipeline.lrange(key, 0, -1)));
      pipeline.sync();
      return found.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().get()));
    }
  }

  /// Sid of each message that a person wrote.
  private static Map<String, String> sids(Jedis redis, List<String> messages) {
    try (var pipeline = redis.pipelined()) {
      var found = new HashMap<String, Response<List<String>>>();
      messages.forEach(
          message -> found.put(message, pipeline.hmget(LINE + "message:" + message, "by", "sid")));
      pipeline.sync();
      return found.entrySet().stream()
          .filter(entry -> "person".equals(entry.getValue().get().get(0)))
          .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().get().get(1)));
    }
  }

  private static Map<String, Integer> announced(Jedis redis, Map<String, String> messages) {
    var announced = new HashMap<String, Integer>();
    var from = new StreamEntryID(0, 0);
    while (true) {
      var some = redis.xrange(LINE + "events", from, StreamEntryID.MAXIMUM_ID, BATCH);
      if (some.isEmpty()) {
        return announced;
      }
      for (var event : some) {
        var sid = messages.get(event.getFields().getOrDefault("message", ""));
        if (sid != null && "message.received".equals(event.getFields().get("type"))) {
          announced.merge(sid, 1, Integer::sum);
        }
      }
      from = new StreamEntryID(some.getLast().getID().getTime() + 1, 0);
    }
  }
}
