package org.havenline.escalation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineKeys;
import org.havenline.conversation.Transcripts;
import org.havenline.queue.Tables;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.routing.RoutingDecision.DueStep;
import org.havenline.routingconfig.oncall.OnCall;
import org.havenline.routingconfig.plan.Step;

/// Promises to come back to a person. A promise stays in the list until her contact is closed; once
/// it is due and nobody is with her, people on call are paged. Nothing is dialled by it: whoever
/// has her phone would answer. A call that she asked for herself is `channel.voice.back`'s.
///
/// Keys:
/// - `{line}:call-backs` sorted set: contact → when the promise is due (ms)
/// - `{line}:timers` member `call-back|<contact>` → when it is looked after next (ms)
public final class CallBacks {
  private static final RedisScript CALL_BACK = RedisScript.of(CallBacks.class, "call-back.lua");

  /// Overdue for longer, it is paged less often: a pager that never rests is switched off.
  private static final Duration SOON = Duration.ofHours(1);

  private static final Duration LATER = Duration.ofHours(1);

  private final Redis redis;
  private final LineKeys keys;
  private final Supplier<Tables> tables;
  private final Contacts contacts;
  private final Letters letters;
  private final Duration notAfter;
  private final InstantSource clock;

  public CallBacks(
      Redis redis,
      LineKeys keys,
      Supplier<Tables> tables,
      Contacts contacts,
      Letters letters,
      Duration notAfter,
      InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.tables = tables;
    this.contacts = contacts;
    this.letters = letters;
    this.notAfter = notAfter;
    this.clock = clock;
  }

  /// Looks after a promise that is due.
  public void due(ContactId id) {
    var now = clock.instant();
    var contact = contacts.find(id);
    var due = contact.flatMap(found -> found.escalated().callBack()).orElse(now);
    var again = due.plus(SOON).isAfter(now) ? Escalation.PAGE_AGAIN : LATER;
    var arguments =
        new ArrayList<Object>(
            List.of(
                id,
                now.toEpochMilli(),
                now.plus(again).toEpochMilli(),
                Transcripts.KEPT.toMillis(),
                now.plus(notAfter).toEpochMilli()));
    contact.ifPresent(found -> arguments.addAll(pages(found, now)));
    redis.run(CALL_BACK, keys.prefix(), arguments.toArray());
  }

  private List<Object> pages(Contact contact, Instant now) {
    var roster = tables.get().whole().roster();
    var numbers =
        onCall(contact).stream()
            .flatMap(entry -> roster.numbersToPage(entry, now).stream())
            .distinct()
            .toList();
    return letters.pages(contact, numbers, "call-back" + now.toEpochMilli());
  }

  /// Entries that the table in force names for such a promise. When it names none any more, all are
  /// paged: the promise was made.
  private List<String> onCall(Contact contact) {
    var named =
        tables.get().plan().decide(Tables.triage(contact), contact.arrived()).steps().stream()
            .map(DueStep::does)
            .filter(Step.CallBack.class::isInstance)
            .map(step -> ((Step.CallBack) step).page())
            .distinct()
            .toList();
    return named.isEmpty()
        ? tables.get().whole().onCall().stream().map(OnCall::id).toList()
        : named;
  }
}
