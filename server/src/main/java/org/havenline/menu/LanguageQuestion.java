package org.havenline.menu;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.havenline.channel.InboundMessage;
import org.havenline.channel.KeyAnswer;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.ContactState;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineKeys;
import org.havenline.contact.MessageId;
import org.havenline.conversation.Transcripts;
import org.havenline.menu.LanguageMenu.Reply;
import org.havenline.privacy.Pseudonyms;
import org.havenline.queue.Tables;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.risk.RiskAssessment;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.line.AskLanguage;
import org.havenline.routingconfig.plan.Step;

/// Asks a person whose language is not known for it, once, while nobody has taken her contact; and
/// hears her answer. Her message is in its place before, so asking holds nothing up.
///
/// She is not asked when she says that somebody is with her or that she cannot talk; nor, unless
/// the table allows one more text, when she was sent one already, or when the line is closed or
/// down: what she is told then matters more.
///
/// Keys:
/// - `{line}:contact:<id>` fields `menu` the languages in the order of their numbers; `menu-state`
///   `open`, `chosen` or `over`; `menu-asked` when (ms); `menu-message` its id; `menu-told` 1 while
///   it counts as the one automatic text
public final class LanguageQuestion {
  private static final RedisScript ASK = RedisScript.of(LanguageQuestion.class, "ask.lua");

  /// Later, the phone may be in other hands.
  private static final Duration NOT_AFTER = Duration.ofMinutes(2);

  /// What comes so soon was on its way when the menu left, and is no answer to it.
  private static final Duration CROSSING = Duration.ofSeconds(15);

  private static final Set<String> NOT_ASKED =
      Set.of("controller-present", "cannot-talk", "hostile-caller", "nuisance");

  /// States of a text that never reached her.
  private static final Set<String> NEVER_LEFT =
      Set.of("queued", "expired", "failed", "undelivered");

  private final Redis redis;
  private final LineKeys keys;
  private final Supplier<Tables> tables;
  private final Contacts contacts;
  private final Transcripts transcripts;
  private final Pseudonyms pseudonyms;
  private final Runnable asked;
  private final InstantSource clock;

  /// @param asked is told that the outbox has something new
  public LanguageQuestion(
      Redis redis,
      LineKeys keys,
      Supplier<Tables> tables,
      Contacts contacts,
      Transcripts transcripts,
      Pseudonyms pseudonyms,
      Runnable asked,
      InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.tables = tables;
    this.contacts = contacts;
    this.transcripts = transcripts;
    this.pseudonyms = pseudonyms;
    this.asked = asked;
    this.clock = clock;
  }

  /// Asks her, if her language is not known and nothing speaks against it.
  public void ask(ContactId id) {
    var inForce = tables.get();
    contacts
        .find(id)
        .filter(contact -> contact.understanding().certainty().equals(Contact.Understanding.ASK))
        .filter(contact -> mayBeAsked(contact, inForce))
        .ifPresent(contact -> ask(contact, inForce));
  }

  private void ask(Contact contact, Tables inForce) {
    var menu =
        LanguageMenu.of(
            likely(contact.understanding().candidates()),
            inForce.line().languages(),
            inForce.whole().understanding());
    var sealing = transcripts.key(contact.id());
    if (menu.languages().size() < 2 || sealing.isEmpty()) {
      return;
    }
    var message = messageId(contact.id());
    transcripts.writeOnce(contact.id(), sealing.get(), message, menu.text());
    var now = clock.instant();
    redis.run(
        ASK,
        keys.prefix(),
        contact.id(),
        message,
        String.join(" ", menu.languages()),
        now.toEpochMilli(),
        now.plus(NOT_AFTER).toEpochMilli(),
        Transcripts.KEPT.toMillis(),
        inForce.line().askLanguage() == AskLanguage.ONCE ? 1 : 0);
    asked.run();
  }

  private boolean mayBeAsked(Contact contact, Tables inForce) {
    return inForce.line().askLanguage() != AskLanguage.NEVER
        && contact.channel() != Channel.VOICE
        && contact.menu().languages().isEmpty()
        && (contact.state() == ContactState.QUEUED || contact.state() == ContactState.OFFERED)
        && contact.textable()
        && !speaksAgainst(contact.understanding().signals())
        && (inForce.line().askLanguage() == AskLanguage.EXTRA || !isToldAtOnce(contact, inForce));
  }

  private static boolean speaksAgainst(String signals) {
    return !signals.isEmpty()
        && RiskAssessment.parse(signals).signals().stream()
            .anyMatch(signal -> NOT_ASKED.contains(signal.code()));
  }

  private boolean isToldAtOnce(Contact contact, Tables inForce) {
    var decision = inForce.plan().decide(Tables.triage(contact), contact.arrived());
    return decision.why().closed().isPresent()
        || decision.steps().stream()
            .filter(step -> step.does() instanceof Step.Tell)
            .anyMatch(step -> !step.due().isAfter(clock.instant()));
  }

  private MessageId messageId(ContactId contact) {
    return new MessageId("q" + pseudonyms.of(contact + "|language"));
  }

  /// The tags of `es:0.52 pt:0.15`.
  private static List<String> likely(String candidates) {
    return Arrays.stream(candidates.split(" ", -1))
        .map(one -> one.split(":", 2)[0])
        .filter(tag -> !tag.isEmpty())
        .collect(Collectors.toList());
  }

  /// Hears a message, perhaps as the answer to the menu of its contact.
  public Heard hear(InboundMessage message, Optional<Contact> contact) {
    return contact
        .filter(found -> found.menu().open())
        .map(found -> hear(message, found))
        .orElseGet(() -> Heard.plainly(message));
  }

  private Heard hear(InboundMessage message, Contact contact) {
    var menu = new LanguageMenu(contact.menu().languages());
    var reply = menu.reply(message.text(), tables.get().line().languages());
    boolean answers = !(reply instanceof Reply.OtherWords) && hasLeft(contact.id());
    if (!answers) {
      return new Heard(
          message,
          message,
          isCrossing(message, contact) ? List.of() : List.of("menu-state", "over"));
    }
    return switch (reply) {
      case Reply.Chosen(var language) ->
          new Heard(
              message,
              message.readAs("", List.of(new KeyAnswer.Language(language))),
              List.of("menu-state", "chosen", "menu-told", 0));
      default ->
          new Heard(
              message,
              message.readAs("", List.of()),
              List.of("menu-state", "over", "menu-told", 0));
    };
  }

  private static boolean isCrossing(InboundMessage message, Contact contact) {
    Instant until = contact.menu().asked().plus(CROSSING);
    return message.receivedAt().isBefore(until);
  }

  /// Nobody answers what she never got.
  private boolean hasLeft(ContactId contact) {
    return redis
        .call("HGET", keys.message(messageId(contact)), "state")
        .optionalText()
        .filter(state -> !NEVER_LEFT.contains(state))
        .isPresent();
  }
}
