package org.havenline.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.havenline.channel.outbox.Envelopes;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineKeys;
import org.havenline.contact.MessageId;
import org.havenline.conversation.Transcripts;
import org.havenline.privacy.Pseudonyms;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.routing.RoutingDecision.DueStep;
import org.havenline.routingconfig.plan.Step;

/// What happens step by step while nobody takes a contact. It does not end in silence: after the
/// table's last step the people on call are paged again and again.
public final class Escalation {
  private static final RedisScript STEP = RedisScript.of(Escalation.class, "step.lua");

  /// safety.md R-31: on call at once, and again every two minutes.
  private static final Duration PAGE_AGAIN = Duration.ofMinutes(2);

  /// A page every two minutes for half a day.
  private static final int MOST_PAGES = 360;

  /// The sentence for a key of the translations, in a language.
  public interface Sentences {
    String in(String language, String key);
  }

  private final Redis redis;
  private final LineKeys keys;
  private final Tables.Source tables;
  private final Turnover turnover;
  private final Contacts contacts;
  private final Transcripts transcripts;
  private final Envelopes envelopes;
  private final Pseudonyms pseudonyms;
  private final Sentences sentences;
  private final Duration notAfter;
  private final InstantSource clock;

  public Escalation(
      Redis redis,
      LineKeys keys,
      Tables.Source tables,
      Turnover turnover,
      Contacts contacts,
      Transcripts transcripts,
      Envelopes envelopes,
      Pseudonyms pseudonyms,
      Sentences sentences,
      Duration notAfter,
      InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.tables = tables;
    this.turnover = turnover;
    this.contacts = contacts;
    this.transcripts = transcripts;
    this.envelopes = envelopes;
    this.pseudonyms = pseudonyms;
    this.sentences = sentences;
    this.notAfter = notAfter;
    this.clock = clock;
  }

  /// Takes the next step of a contact nobody has taken yet.
  public void step(ContactId id) {
    var contact = contacts.find(id);
    if (contact.isEmpty()) {
      redis.call("ZREM", keys.of("timers"), "step|" + id);
    } else {
      step(contact.get(), tables.get());
    }
  }

  /// Placed by other tables than these: it is first turned over to them. Its timer stays, so the
  /// step follows in a moment.
  private void step(Contact contact, Tables inForce) {
    if (Turnover.waits(contact) && !turnover.isRuledBy(contact.id(), inForce)) {
      turnover.turn(contact.id(), inForce);
      return;
    }
    var steps = steps(contact, inForce);
    int next = contact.place().step();
    var action = next < steps.size() ? steps.get(next).does() : lastPage(steps);
    var arguments = new ArrayList<Object>();
    arguments.addAll(
        List.of(
            contact.id(),
            next,
            clock.millis(),
            due(steps, next + 1),
            Transcripts.KEPT.toMillis(),
            clock.instant().plus(notAfter).toEpochMilli()));
    arguments.add(
        action instanceof Step.Tell(var key)
            ? text(contact, contact.understanding().language(), key, "tell")
            : "");
    arguments.add(inForce.ruling().stamp());
    arguments.add(next < steps.size() ? steps.get(next).due().toEpochMilli() : clock.millis());
    if (action instanceof Step.Page(var onCall)) {
      for (var number : inForce.whole().onCall(onCall).numbers()) {
        arguments.add(text(contact, staffLanguage(inForce), "page", next + number));
        arguments.add(envelopes.seal(contact.id(), number));
      }
    }
    redis.run(STEP, keys.prefix(), arguments.toArray());
  }

  /// The people on call read the line's main language.
  private static String staffLanguage(Tables inForce) {
    return inForce.line().languages().getFirst();
  }

  private static List<DueStep> steps(Contact contact, Tables inForce) {
    return inForce.plan().decide(Tables.triage(contact), contact.arrived()).steps();
  }

  /// When the step after this one is due (ms), 0 when there is none.
  private long due(List<DueStep> steps, int step) {
    if (step < steps.size()) {
      return steps.get(step).due().toEpochMilli();
    }
    return step < steps.size() + MOST_PAGES ? inTwoMinutes().toEpochMilli() : 0;
  }

  private Instant inTwoMinutes() {
    return clock.instant().plus(PAGE_AGAIN);
  }

  private static Step.Action lastPage(List<DueStep> steps) {
    return steps.stream()
        .map(DueStep::does)
        .filter(Step.Page.class::isInstance)
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  /// Seals a sentence under an id that is the same when this step is tried again.
  private MessageId text(Contact contact, String language, String key, String occasion) {
    var id = new MessageId("a" + pseudonyms.of(contact.id() + "|" + occasion));
    var sentence = sentences.in(language, key);
    transcripts
        .key(contact.id())
        .ifPresent(sealing -> transcripts.write(contact.id(), sealing, id, sentence));
    return id;
  }
}
