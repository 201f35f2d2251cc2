package org.havenline.testing;

import java.util.Map;
import java.util.TreeMap;
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
        var owner = redis.call("HGET", keys.of("contact:" + held), "responder").text();
        if (!key.endsWith(":" + owner)) {
          broken.put(held, "is held by another than its owner");
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
    boolean owned =
        contact.state() == ContactState.OFFERED || contact.state() == ContactState.CONNECTED;
    if (owned != contact.responder().isPresent()) {
      broken.put(contact.id().value(), contact.state() + " with owner " + contact.responder());
    }
    contact
        .responder()
        .filter(_ -> owned)
        .filter(owner -> redis.call("HGET", keys.of("holds:" + owner), contact.id()).isNull())
        .ifPresent(owner -> broken.put(contact.id().value(), owner + " does not hold it"));
  }
}
