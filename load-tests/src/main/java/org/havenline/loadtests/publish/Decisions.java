package org.havenline.loadtests.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.havenline.loadtests.truth.Held;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;

/// What the server decided by which version, read from the line's event log and its contacts.
///
/// @param made decisions: contacts placed and offers made
/// @param stale a sentence for each made by another version than the log had in force before it
/// @param mixed a sentence for each whose parts are of different versions
/// @param behind contacts that wait, placed by another version than the newest
/// @param fallen contacts that are nowhere: neither waiting, nor offered, nor taken, nor closed
record Decisions(
    int made, List<String> stale, List<String> mixed, List<String> behind, List<String> fallen) {
  private static final String LINE = "{demo}:";
  private static final int BATCH = 1_000;

  static Decisions read(Jedis redis) {
    var stale = new ArrayList<String>();
    var mixed = new ArrayList<String>();
    int made = events(redis, stale, mixed);
    var newest = redis.hget("{tables}:now", "version");
    var behind = new ArrayList<String>();
    var fallen = new ArrayList<String>();
    for (var key : Held.keys(redis, LINE + "contact:*", "hash")) {
      contact(redis, key, newest, mixed, behind, fallen);
    }
    return new Decisions(made, stale, mixed, behind, fallen);
  }

  private static int events(Jedis redis, List<String> stale, List<String> mixed) {
    int made = 0;
    var inForce = "0";
    var from = new StreamEntryID(0, 0);
    while (true) {
      var some = redis.xrange(LINE + "events", from, StreamEntryID.MAXIMUM_ID, BATCH);
      if (some.isEmpty()) {
        return made;
      }
      for (var entry : some) {
        var event = entry.getFields();
        var type = event.getOrDefault("type", "");
        var version = event.getOrDefault("version", "");
        if (type.equals("tables.changed")) {
          inForce = version;
        } else if (type.equals("contact.waiting") || type.equals("contact.offered")) {
          made++;
          if (!version.equals(inForce)) {
            stale.add("%s by version %s, not %s".formatted(entry.getID(), version, inForce));
          }
        }
        if (type.equals("contact.offered") && !lasts(event, Long.parseLong(version))) {
          mixed.add("offer " + entry.getID() + " does not last as version " + version + " says");
        }
      }
      from = new StreamEntryID(some.getLast().getID().getTime() + 1, 0);
    }
  }

  private static boolean lasts(Map<String, String> offered, long version) {
    long until = Long.parseLong(offered.getOrDefault("until", "0"));
    long at = Long.parseLong(offered.getOrDefault("at", "0"));
    return until - at == NumberedTables.offerTimeout(version).toMillis();
  }

  private static void contact(
      Jedis redis,
      String key,
      String newest,
      List<String> mixed,
      List<String> behind,
      List<String> fallen) {
    var found = redis.hmget(key, "version", "rule", "queue", "state");
    long version = Long.parseLong(found.get(0));
    if (!NumberedTables.rule(version).equals(found.get(1))
        || !NumberedTables.queue(version).equals(found.get(2))) {
      mixed.add(
          "%s is placed by version %d, %s, %s".formatted(key, version, found.get(1), found.get(2)));
    }
    var id = key.substring((LINE + "contact:").length());
    boolean waits = found.get(3).equals("queued") || found.get(3).equals("offered");
    if (waits && !found.get(0).equals(newest)) {
      behind.add("%s waits under version %d, not %s".formatted(key, version, newest));
    }
    boolean somewhere =
        switch (found.get(3)) {
          case "queued" ->
              redis.zscore(LINE + "waiting", id) != null
                  && redis.zscore(LINE + "timers", "step|" + id) != null;
          case "offered" -> redis.zscore(LINE + "waiting", id) == null;
          default -> true;
        };
    if (!somewhere) {
      fallen.add(key + " is " + found.get(3) + " and nowhere");
    }
  }

  /// Proof that the eye is sharp: gives one contact a rule of another version and lets it wait,
  /// shows an offer of a version that was not in force and lasts as another says, and looks whether
  /// both are found. Done last, since it spoils the store.
  static boolean seesWhatIsPlanted(Jedis redis) {
    var before = read(redis);
    var key = Held.keys(redis, LINE + "contact:*", "hash").getFirst();
    redis.hset(key, Map.of("rule", NumberedTables.rule(999), "version", "1", "state", "offered"));
    long seq = redis.incr(LINE + "seq");
    redis.xadd(
        LINE + "events",
        new StreamEntryID(seq, 0),
        Map.of("type", "contact.offered", "at", "0", "until", "1", "version", "998"));
    var after = read(redis);
    return after.mixed().size() == before.mixed().size() + 2
        && after.stale().size() == before.stale().size() + 1
        && after.behind().size() == before.behind().size() + 1;
  }
}
