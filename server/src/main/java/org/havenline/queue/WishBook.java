package org.havenline.queue;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.ContactState;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineKeys;
import org.havenline.contact.ResponderId;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.routing.FreeResponder;
import org.havenline.routing.RoutingDecision;
import org.havenline.routing.Triage;

/// Notes what a person says of who should answer her: a woman or a man, that she is a minor, whom
/// she does not want. It holds at once: an offer to somebody she does not want is withdrawn, and
/// her place is decided anew. It holds for her later contacts too.
///
/// Keys:
/// - `{line}:contact:<id>` and `{line}:person:<id>` fields `wishes` genders, a line each, `minor` 1
///   or 0, `avoid` lines `responder <id>` and `community <id>`
public final class WishBook {
  private static final RedisScript NOTE = RedisScript.of(WishBook.class, "wishes.lua");

  private final Redis redis;
  private final LineKeys keys;
  private final Contacts contacts;
  private final Supplier<Tables> tables;
  private final InstantSource clock;

  public WishBook(
      Redis redis, LineKeys keys, Contacts contacts, Supplier<Tables> tables, InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.contacts = contacts;
    this.tables = tables;
    this.clock = clock;
  }

  /// @param by who notes it, and must have answered this contact; empty for a supervisor
  /// @return false when there is no such contact, or it never was hers
  public boolean note(ContactId id, Optional<ResponderId> by, Contact.Wishes wishes) {
    while (true) {
      var contact = contacts.find(id);
      if (contact.isEmpty()) {
        return false;
      }
      long answer = note(contact.get(), by, wishes);
      if (answer >= 0) {
        return answer == 1;
      }
      // it was offered or taken in between: look again
    }
  }

  private long note(Contact contact, Optional<ResponderId> by, Contact.Wishes wishes) {
    var inForce = tables.get();
    var triage =
        Tables.triage(contact.channel(), contact.understanding(), wishes, contact.subLine());
    var decision = inForce.plan().decide(triage, contact.arrived());
    var stored = Contacts.stored(wishes);
    return redis
        .run(
            NOTE,
            keys.prefix(),
            contact.id(),
            by.map(ResponderId::value).orElse(""),
            contact.epoch(),
            clock.millis(),
            stored.get(0),
            stored.get(1),
            stored.get(2),
            decision.queue(),
            decision.rule(),
            decision.virtualArrival(),
            isAskedWrongly(contact, triage, decision, inForce) ? 1 : 0,
            inForce.ruling().stamp())
        .number();
  }

  /// Whether one who is asked about it now would not be asked any more. Of several who are asked at
  /// once nobody is any more, whatever was noted.
  private boolean isAskedWrongly(
      Contact contact, Triage triage, RoutingDecision decision, Tables inForce) {
    // with an interpreter both are chosen anew: either may be one she does not want
    return contact.state() == ContactState.OFFERED
        && (contact.escalated().interpreter().isPresent()
            || contact.offered().stream()
                .flatMap(offered -> offered.reasons().keySet().stream())
                .anyMatch(asked -> !mayAnswer(asked, contact, triage, decision, inForce)));
  }

  private boolean mayAnswer(
      ResponderId asked, Contact contact, Triage triage, RoutingDecision decision, Tables inForce) {
    return Optional.ofNullable(inForce.staff().get(asked))
        .map(described -> FreeResponder.of(described, Map.of(), clock.instant()))
        .filter(
            one -> !triage.avoids(one) && decision.requirementAt(contact.place().step()).metBy(one))
        .isPresent();
  }
}
