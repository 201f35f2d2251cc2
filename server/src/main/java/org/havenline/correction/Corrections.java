package org.havenline.correction;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineKeys;
import org.havenline.contact.MessageId;
import org.havenline.contact.ResponderId;
import org.havenline.conversation.Conversations;
import org.havenline.conversation.Message;
import org.havenline.intake.Understanding;
import org.havenline.lane.Claim;
import org.havenline.queue.Tables;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.risk.RiskAssessment;
import org.havenline.routing.RoutingDecision;
import org.havenline.routingconfig.RiskLevel;

/// Takes a person's word for what was understood of a contact: which language it is, how urgent it
/// is; that of the staff, and that of her who chose a language from a menu. It holds from then on,
/// whatever comes later, but that a later message may raise the risk again. A contact that waits is
/// routed anew at once.
///
/// Her place: it moves forward when she is now more urgent, and never back, unless a person says
/// that the danger is less. Then it is the one which her arrival, the new level and the steps
/// already taken give, and so never behind her arrival.
public final class Corrections {
  private static final RedisScript CORRECT = RedisScript.of(Corrections.class, "correct.lua");

  /// More of a conversation is not read again when its language is corrected.
  private static final int MOST_MESSAGES = 500;

  private final Redis redis;
  private final LineKeys keys;
  private final Contacts contacts;
  private final Conversations conversations;
  private final Supplier<Understanding> understanding;
  private final Tables.Source tables;
  private final InstantSource clock;

  public Corrections(
      Redis redis,
      LineKeys keys,
      Contacts contacts,
      Conversations conversations,
      Supplier<Understanding> understanding,
      Tables.Source tables,
      InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.contacts = contacts;
    this.conversations = conversations;
    this.understanding = understanding;
    this.tables = tables;
    this.clock = clock;
  }

  /// Who corrects.
  ///
  /// @param any of a supervisor, who may correct every contact; others those they have answered
  public record By(ResponderId who, boolean any) {}

  /// As the event log calls her who wrote.
  private static final By HERSELF = new By(new ResponderId("person"), true);

  /// What becomes of an understanding.
  ///
  /// @param verdicts rules and verdicts in turn
  /// @param signals of messages that were read again
  private record Change(
      Contact.Understanding to, List<String> verdicts, Map<MessageId, RiskAssessment> signals) {}

  /// Sets the language. What she wrote so far is read again by the rules of that language.
  ///
  /// @param language a BCP 47 tag
  /// @return false when there is no such contact that is open, or it never was theirs
  public boolean language(ContactId id, By by, String language) {
    return correct(
        id,
        by,
        Optional.empty(),
        contact -> reread(contact, language, Contact.Understanding.CHOSEN));
  }

  /// Sets the language that she chose herself.
  ///
  /// @param claim by which her message is worked on; once it is lost, nothing is changed
  public void chosen(ContactId id, Claim claim, String language) {
    correct(
        id,
        HERSELF,
        Optional.of(claim),
        contact -> reread(contact, language, Contact.Understanding.OWN));
  }

  private Change reread(Contact contact, String language, String byWhom) {
    var written =
        conversations.messages(contact.id(), 0, MOST_MESSAGES).stream()
            .filter(Message::incoming)
            .toList();
    var reread = understanding.get().reread(contact.understanding(), language, byWhom, written);
    return new Change(reread.whole(), List.of(), reread.signals());
  }

  /// Confirms, raises or lowers the risk.
  ///
  /// @return false when there is no such contact that is open, or it never was theirs
  public boolean risk(ContactId id, By by, RiskLevel level) {
    return correct(
        id,
        by,
        Optional.empty(),
        contact -> {
          var known = contact.understanding();
          return new Change(
              Understanding.judged(known, level), Verdicts.of(known.signals(), level), Map.of());
        });
  }

  private boolean correct(
      ContactId id, By by, Optional<Claim> claim, Function<Contact, Change> change) {
    var inForce = tables.get();
    while (true) {
      var contact = contacts.find(id);
      if (contact.isEmpty()) {
        return false;
      }
      switch (write(contact.get(), by, claim, change.apply(contact.get()), inForce)) {
        case 1 -> {
          return true;
        }
        case 0 -> {
          return false;
        }
        case -2 -> inForce = tables.after(inForce.ruling());
        // she wrote, or it was offered or taken, in between: look again
        default -> {}
      }
    }
  }

  private int write(Contact contact, By by, Optional<Claim> claim, Change change, Tables inForce) {
    var to = change.to();
    var triage = Tables.triage(contact.channel(), to, contact.wishes(), contact.subLine());
    var decision = inForce.plan().decide(triage, contact.arrived());
    int step = contact.place().step();
    boolean lowered = to.risk().compareTo(contact.understanding().risk()) > 0;
    var arguments = new ArrayList<Object>();
    arguments.addAll(List.of(contact.id(), by.who(), by.any() ? 1 : 0, contact.epoch()));
    arguments.addAll(List.of(to.revision(), clock.millis(), decision.queue(), decision.rule()));
    arguments.add(inForce.plan().virtualArrivalAt(decision, step, contact.arrived(), to.risk()));
    arguments.add(lowered ? 1 : 0);
    arguments.add(due(decision, step));
    arguments.add(inForce.ruling().stamp());
    arguments.addAll(List.of(change.verdicts().size() / 2, change.signals().size()));
    arguments.add(claim.map(Claim::lane).orElse(""));
    arguments.add(claim.map(Claim::epoch).orElse(0L));
    arguments.addAll(change.verdicts());
    change
        .signals()
        .forEach((message, signals) -> arguments.addAll(List.of(message, signals.encode())));
    arguments.addAll(Contacts.fields(to));
    return (int) redis.run(CORRECT, keys.prefix(), arguments.toArray()).number();
  }

  private static long due(RoutingDecision decision, int step) {
    return Optional.of(decision.steps())
        .filter(steps -> step < steps.size())
        .map(steps -> steps.get(step).due().toEpochMilli())
        .orElse(0L);
  }
}
