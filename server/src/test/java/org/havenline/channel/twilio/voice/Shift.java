package org.havenline.channel.twilio.voice;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.ContactState;
import org.havenline.contact.ResponderId;
import org.havenline.offer.Offer;
import org.havenline.testing.Line;

/// Responders of a [CallWorld], who come back when they let an offer pass, and whose desks see to
/// those who have hung up.
final class Shift {
  private static final Duration BACK = Duration.ofSeconds(20);

  private final Line line;
  private final Set<ResponderId> shift = new HashSet<>();
  private final Map<ResponderId, Instant> away = new HashMap<>();

  Shift(Line line) {
    this.line = line;
  }

  void begins(String... ids) {
    for (var id : ids) {
      shift.add(new ResponderId(id));
      line.presence.available(new ResponderId(id));
    }
  }

  /// Nobody is there any more.
  void ends() {
    shift.forEach(line.presence::away);
    shift.clear();
  }

  /// What the clock of the house does.
  void dueTimers() {
    var due =
        line.redis
            .call(
                "ZRANGEBYSCORE",
                Line.KEYS.of("timers"),
                "-inf",
                line.clock.millis(),
                "LIMIT",
                0,
                50)
            .texts();
    for (var timer : due) {
      var what = timer.substring(timer.indexOf('|') + 1);
      if (timer.startsWith("offer|")) {
        line.offers.expire(Offer.parse(what.replace('|', '.')));
      } else if (timer.startsWith("step|")) {
        line.escalation.step(new ContactId(what));
      }
    }
  }

  void comesAndGoes() {
    var now = line.clock.instant();
    var there = line.presence.onDuty();
    for (var one : shift) {
      if (there.contains(one)) {
        line.presence.renew(one);
        away.remove(one);
      } else if (!away.computeIfAbsent(one, _ -> now).plus(BACK).isAfter(now)) {
        line.presence.available(one);
      }
    }
    // of whom has hung up, the desk takes care
    for (var contact : line.contacts.open()) {
      if (contact.left().isPresent()) {
        contact.offered().stream()
            .flatMap(offer -> offer.reasons().keySet().stream())
            .findFirst()
            .ifPresent(one -> line.offers.accept(new Offer(contact.id(), contact.epoch()), one));
        line.contacts
            .find(contact.id())
            .filter(found -> found.state() == ContactState.CONNECTED)
            .ifPresent(this::closes);
      }
    }
  }

  void closes(Contact contact) {
    line.conversations.close(
        contact.id(), contact.responder().orElseThrow(), contact.epoch(), "supported", "");
  }
}
