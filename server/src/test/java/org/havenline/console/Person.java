package org.havenline.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.MessageId;
import org.havenline.contact.ResponderId;
import org.havenline.contact.journal.Ruling;
import org.havenline.intake.Arrivals;
import org.havenline.offer.Asked;
import org.havenline.offer.Offer;
import org.havenline.redis.RedisScript;
import org.havenline.routingconfig.asking.Welfare;

/// Somebody who writes to the line of a rig.
public final class Person {
  private static final RedisScript RECEIVE = RedisScript.of(Arrivals.class, "receive.lua");
  private static final Duration OFFER = Duration.ofSeconds(30);

  private final DeskRig rig;
  private final String name;
  private final String language;
  public final ContactId contact;
  private int written;

  public Person(DeskRig rig, String name, String language) {
    this.rig = rig;
    this.name = name;
    this.language = language;
    this.contact = new ContactId("c-" + name);
  }

  /// Writes a message; the first one opens a contact.
  public Person writes(String text) {
    return writes(text, "");
  }

  /// @param signals as a risk assessment encodes them
  public Person writes(String text, String signals) {
    var first = written == 0;
    var sid = "SM" + name + ++written;
    var message = new MessageId("m-" + name + "-" + written);
    var key = first ? rig.transcripts.newKey(contact) : rig.transcripts.key(contact).orElseThrow();
    rig.transcripts.write(contact, key, message, text);
    rig.redis.call("RPUSH", rig.keys.of("inbox:" + name), sid + "\n");
    rig.redis.call("HSET", rig.keys.of("inbox:claims"), name, "1");
    var now = Instant.now().toEpochMilli();
    var fields =
        List.<Object>of(
            name,
            "1",
            sid,
            contact,
            message,
            first ? "new" : "more",
            now,
            5_000,
            now,
            0,
            600_000,
            signals,
            0,
            0,
            "all",
            "all",
            first ? 0 : now().understanding().revision(),
            "",
            "channel",
            "SMS",
            "label",
            "Caller " + name,
            "arrived",
            now,
            "key",
            key.wrapped(),
            "language",
            language,
            "confidence",
            "0.95",
            "certainty",
            "SET",
            "risk",
            signals.isEmpty() ? "STANDARD" : "HIGH",
            "signals",
            signals,
            "from",
            "+12025550100",
            "address",
            "x");
    rig.redis.run(RECEIVE, rig.keys.prefix(), fields.toArray());
    return this;
  }

  /// Is offered to a responder who is on duty, or to several at once.
  public Offer isOfferedTo(String... responders) {
    return rig.offers
        .offer(
            contact,
            now().epoch(),
            Stream.of(responders)
                .map(one -> new Asked(new ResponderId(one), 9, List.of("It is a test")))
                .toList(),
            OFFER,
            Optional.empty(),
            Welfare.NO_LIMIT,
            Ruling.NONE)
        .orElseThrow();
  }

  public Person isTakenBy(String responder) {
    var id = new ResponderId(responder);
    rig.presence.available(id);
    if (!rig.offers.accept(isOfferedTo(responder), id)) {
      throw new IllegalStateException("not taken");
    }
    return this;
  }

  public Contact now() {
    return rig.contacts.find(contact).orElseThrow();
  }
}
