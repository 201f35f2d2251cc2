package org.havenline.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
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
  private final Supplier<Tables> tables;
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
      Supplier<Tables> tables,
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
      step(contact.get());
    }
  }

  private void step(Contact contact) {
    var steps = steps(contact);
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
    if (action instanceof Step.Page(var onCall)) {
      var roster = tables.get().whole().roster();
      for (var number : roster.numbersToPage(onCall, clock.instant())) {
        arguments.add(text(contact, staffLanguage(), "page", next + number));
        arguments.add(envelopes.seal(contact.id(), number));
      }
    }
    redis.run(STEP, keys.prefix(), arguments.toArray());
  }

  /// The people on call read the line's main language.
  private String staffLanguage() {
    return tables.get().line().languages().getFirst();
  }

  private List<DueStep> steps(Contact contact) {
    return tables.get().plan().decide(Tables.triage(contact), contact.arrived()).steps();
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
