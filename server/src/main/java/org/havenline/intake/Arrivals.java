package org.havenline.intake;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.havenline.channel.InboundMessage;
import org.havenline.channel.outbox.Envelopes;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineKeys;
import org.havenline.contact.MessageId;
import org.havenline.contact.PersonId;
import org.havenline.contact.journal.Ruling;
import org.havenline.conversation.Transcripts;
import org.havenline.intake.Understanding.Understood;
import org.havenline.lane.Claim;
import org.havenline.menu.Heard;
import org.havenline.privacy.ConversationKey;
import org.havenline.privacy.Pseudonyms;
import org.havenline.queue.Tables;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.routing.RoutingDecision;

/// Puts an understood message where it belongs: into the person's open contact, or into a new one
/// at its place in the queue. Done again after a crash it does the same: ids come from the message.
public final class Arrivals {
  private static final RedisScript RECEIVE = RedisScript.of(Arrivals.class, "receive.lua");
  private static final RedisScript FIRST_KEY = RedisScript.of(Arrivals.class, "first-key.lua");

  /// As long as an accepted message is remembered.
  private static final Duration TRIED_FOR = Duration.ofDays(8);

  /// A contact nobody touched for so long is forgotten; an open one is escalated long before.
  private static final Duration KEPT = Duration.ofDays(30);

  /// What became of it.
  sealed interface Outcome {
    /// It is in its conversation; `next` is the same person's next message.
    record Placed(ContactId contact, Optional<Claim> next) implements Outcome {}

    /// Another worker has the lane.
    record Lost() implements Outcome {}

    /// The contact it was understood with is not the person's open one any more.
    record Changed() implements Outcome {}

    /// Newer tables are in force than it was decided by.
    record Outdated() implements Outcome {}
  }

  private final Redis redis;
  private final LineKeys keys;
  private final Tables.Source tables;
  private final Contacts contacts;
  private final Transcripts transcripts;
  private final Envelopes envelopes;
  private final Pseudonyms pseudonyms;
  private final Duration lease;
  private final InstantSource clock;

  public Arrivals(
      Redis redis,
      LineKeys keys,
      Tables.Source tables,
      Contacts contacts,
      Transcripts transcripts,
      Envelopes envelopes,
      Pseudonyms pseudonyms,
      Duration lease,
      InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.tables = tables;
    this.contacts = contacts;
    this.transcripts = transcripts;
    this.envelopes = envelopes;
    this.pseudonyms = pseudonyms;
    this.lease = lease;
    this.clock = clock;
  }

  /// The id that a message has once it is placed.
  public static MessageId idOf(Pseudonyms pseudonyms, String sid) {
    return new MessageId("m" + pseudonyms.of("message|" + sid));
  }

  /// Decides by one version of the tables, and again by the next one when that came in between.
  Outcome put(Claim claim, Heard heard, Optional<Contact> open, Understood understood) {
    var inForce = tables.get();
    while (true) {
      var outcome = put(claim, heard, open, understood, inForce);
      if (!(outcome instanceof Outcome.Outdated)) {
        return outcome;
      }
      inForce = tables.after(inForce.ruling());
    }
  }

  private Outcome put(
      Claim claim, Heard heard, Optional<Contact> open, Understood understood, Tables inForce) {
    var message = heard.message();
    var id = open.map(Contact::id).orElseGet(() -> newId(message));
    var messageId = idOf(pseudonyms, message.sid());
    var arrived = open.map(Contact::arrived).orElse(message.receivedAt());
    var subLine = open.map(Contact::subLine).orElseGet(() -> subLine(message, inForce));
    var triage =
        Tables.triage(message.from().channel(), understood.whole(), wishes(claim, open), subLine);
    var decision = inForce.plan().decide(triage, arrived);

    var fields = Contacts.fields(understood.whole());
    fields.addAll(heard.fields());
    fields.addAll(List.of("read", understood.readBy()));
    textable(message).ifPresent(yes -> fields.addAll(List.of("textable", yes ? 1 : 0)));
    if (open.isPresent()) {
      var key = transcripts.key(id).orElseThrow();
      transcripts.write(id, key, messageId, message.text());
    } else {
      var key = firstKey(id);
      transcripts.writeOnce(id, key, messageId, message.text());
      fields.addAll(firstFields(claim, message, id, key.wrapped(), subLine));
    }
    var by = inForce.ruling();
    return run(claim, heard, id, messageId, open.isPresent(), decision, by, understood, fields);
  }

  /// The same for whoever tries to place it: one who was too slow, and lost the lane meanwhile,
  /// must not leave the text under a key that the contact does not have.
  private ConversationKey firstKey(ContactId id) {
    var made = transcripts.newKey(id);
    var first = redis.run(FIRST_KEY, keys.prefix(), id, made.wrapped(), TRIED_FOR.toMillis());
    return transcripts.key(id, first.bytes());
  }

  /// It stays with the contact, whatever numbers she writes to later and whatever they come to
  /// mean.
  private static String subLine(InboundMessage message, Tables inForce) {
    return inForce.line().subLineAt(message.to().channel(), message.to().value());
  }

  /// Those noted in an earlier contact hold for this one.
  private Contact.Wishes wishes(Claim claim, Optional<Contact> open) {
    return open.map(Contact::wishes).orElseGet(() -> contacts.wishes(new PersonId(claim.lane())));
  }

  /// Whether the carrier lets our texts through from now on, where this message changes that. Which
  /// words do is the carrier's choice; without its word for it (no Advanced Opt-Out), the three of
  /// Twilio's default handling count.
  private static Optional<Boolean> textable(InboundMessage message) {
    if (message.optOut().equals("STOP")) {
      return Optional.of(false);
    }
    boolean started =
        message.optOut().equals("START")
            || Set.of("START", "YES", "UNSTOP")
                .contains(message.text().strip().toUpperCase(Locale.ROOT));
    return started ? Optional.of(true) : Optional.empty();
  }

  private List<Object> firstFields(
      Claim claim, InboundMessage message, ContactId id, byte[] wrappedKey, String subLine) {
    return List.of(
        "channel", message.from().channel(),
        "subline", subLine,
        "label", "Caller " + claim.lane().substring(0, 4),
        "arrived", message.receivedAt().toEpochMilli(),
        "address", envelopes.seal(id, message.from().value()),
        "from", envelopes.seal(id, message.to().value()),
        "key", wrappedKey);
  }

  private Outcome run(
      Claim claim,
      Heard heard,
      ContactId id,
      MessageId messageId,
      boolean more,
      RoutingDecision decision,
      Ruling by,
      Understood understood,
      List<Object> fields) {
    var arguments = new ArrayList<Object>();
    arguments.addAll(
        List.of(
            claim.lane(),
            claim.epoch(),
            heard.message().sid(),
            id,
            messageId,
            more ? "more" : "new",
            clock.millis(),
            lease.toMillis(),
            decision.virtualArrival()));
    arguments.add(firstStepDue(decision));
    arguments.add(KEPT.toMillis());
    arguments.add(understood.signals().encode());
    arguments.addAll(List.of(by.stamp(), by.version(), decision.queue(), decision.rule()));
    arguments.addAll(List.of(understood.whole().revision(), heard.chose().orElse("")));
    arguments.addAll(fields);
    var answer = redis.run(RECEIVE, keys.prefix(), arguments.toArray()).list();
    return switch ((int) answer.getFirst().number()) {
      case 1 ->
          new Outcome.Placed(
              id,
              answer.size() < 2
                  ? Optional.empty()
                  : answer.get(1).optionalBytes().map(claim::withHead));
      case 0 -> new Outcome.Lost();
      case -2 -> new Outcome.Outdated();
      default -> new Outcome.Changed();
    };
  }

  private static long firstStepDue(RoutingDecision decision) {
    return decision.steps().isEmpty() ? 0 : decision.steps().getFirst().due().toEpochMilli();
  }

  private ContactId newId(InboundMessage message) {
    return new ContactId("c" + pseudonyms.of("contact|" + message.sid()));
  }
}
