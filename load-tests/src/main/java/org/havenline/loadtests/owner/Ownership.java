package org.havenline.loadtests.owner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;

/// Who owned each contact when, read from the line's event log: `contact.connected` begins an
/// ownership, `contact.returned` and `contact.closed` end it.
///
/// @param overlaps a sentence for each ownership that began before the one before had ended
/// @param regressions a sentence for each epoch that was not above the one before
record Ownership(int ownerships, List<String> overlaps, List<String> regressions) {
  private static final int BATCH = 1_000;

  static Ownership read(Jedis redis) {
    var owners = new HashMap<String, String>();
    var epochs = new HashMap<String, Long>();
    var overlaps = new ArrayList<String>();
    var regressions = new ArrayList<String>();
    int ownerships = 0;
    var from = new StreamEntryID(0, 0);
    while (true) {
      var some = redis.xrange("{demo}:events", from, StreamEntryID.MAXIMUM_ID, BATCH);
      if (some.isEmpty()) {
        return new Ownership(ownerships, overlaps, regressions);
      }
      for (var entry : some) {
        ownerships += judge(entry.getFields(), owners, epochs, overlaps, regressions);
      }
      from = new StreamEntryID(some.getLast().getID().getTime() + 1, 0);
    }
  }

  private static int judge(
      Map<String, String> event,
      Map<String, String> owners,
      Map<String, Long> epochs,
      List<String> overlaps,
      List<String> regressions) {
    var contact = event.getOrDefault("contact", "");
    switch (event.getOrDefault("type", "")) {
      case "contact.offered" -> {
        long epoch = Long.parseLong(event.getOrDefault("epoch", "0"));
        if (epoch <= epochs.getOrDefault(contact, 0L)) {
          regressions.add(contact + " was offered with epoch " + epoch + " again");
        }
        epochs.put(contact, epoch);
      }
      case "contact.connected" -> {
        var before = owners.put(contact, event.getOrDefault("responder", ""));
        if (before != null) {
          overlaps.add(contact + " was still " + before + "'s");
        }
        long epoch = Long.parseLong(event.getOrDefault("epoch", "0"));
        if (epoch != epochs.getOrDefault(contact, 0L)) {
          regressions.add(contact + " was taken with old epoch " + epoch);
        }
        return 1;
      }
      case "contact.returned", "contact.closed" -> owners.remove(contact);
      default -> {}
    }
    return 0;
  }
}
