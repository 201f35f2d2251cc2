package org.havenline.testing;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactState;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineKeys;
import org.havenline.redis.Redis;

/// What must be true of the store after any number of scripts.
final class Invariants {
  private Invariants() {}

  /// @return contact or key → what is wrong with it
  static Map<String, String> broken(Redis redis, LineKeys keys, Contacts contacts) {
    var broken = new TreeMap<String, String>();
    for (var contact : contacts.open()) {
      check(redis, keys, contact, broken);
    }
    for (var key : redis.call("KEYS", keys.of("holds:*")).texts()) {
      for (var held : redis.call("HKEYS", key).texts()) {
        var with = redis.call("HGET", keys.of("contact:" + held), "responder").text();
        if (with.lines().noneMatch(one -> key.endsWith(":" + one))) {
          broken.put(held, "is held by another than its owner or those who are asked");
        }
      }
    }
    return broken;
  }

  private static void check(
      Redis redis, LineKeys keys, Contact contact, Map<String, String> broken) {
    boolean waiting = !redis.call("ZSCORE", keys.of("waiting"), contact.id()).isNull();
    boolean queued = contact.state() == ContactState.QUEUED;
    if (waiting != queued) {
      broken.put(contact.id().value(), contact.state() + " and waiting: " + waiting);
    }
    boolean offered = contact.state() == ContactState.OFFERED;
    boolean connected = contact.state() == ContactState.CONNECTED;
    var asked =
        contact.offered().stream().flatMap(offer -> offer.reasons().keySet().stream()).toList();
    if (connected != contact.responder().isPresent() || offered == asked.isEmpty()) {
      broken.put(contact.id().value(), contact.state() + ", " + contact.responder() + ", " + asked);
    }
    Stream.concat(asked.stream(), contact.responder().stream())
        .filter(one -> redis.call("HGET", keys.of("holds:" + one), contact.id()).isNull())
        .forEach(one -> broken.put(contact.id().value(), one + " does not hold it"));
    var timer = "offer|" + contact.id() + "|" + contact.epoch();
    if (redis.call("ZSCORE", keys.of("timers"), timer).isNull() == offered) {
      broken.put(contact.id().value(), contact.state() + " with or without an end of the offer");
    }
    long reasons =
        redis.call("HKEYS", keys.contact(contact.id())).texts().stream()
            .filter(field -> field.startsWith("reasons "))
            .count();
    if (reasons != asked.size()) {
      broken.put(contact.id().value(), reasons + " reasons for " + asked);
    }
  }
}
