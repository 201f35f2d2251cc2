package org.havenline.escalation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineKeys;
import org.havenline.conversation.Transcripts;
import org.havenline.queue.Tables;
import org.havenline.queue.Turnover;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.routing.RoutingDecision;
import org.havenline.routing.RoutingDecision.DueStep;
import org.havenline.routingconfig.plan.Step;

/// What happens step by step while nobody takes a contact. It does not end in silence: after the
/// table's last step the people on call are paged again and again, at once or when a promise made
/// to her is due.
public final class Escalation {
  private static final RedisScript STEP = RedisScript.of(Escalation.class, "step.lua");

  /// safety.md R-31: on call at once, and again every two minutes.
  static final Duration PAGE_AGAIN = Duration.ofMinutes(2);

  /// A page every two minutes for half a day.
  private static final int MOST_PAGES = 360;

  private final Redis redis;
  private final LineKeys keys;
  private final Supplier<Tables> tables;
  private final Turnover turnover;
  private final Contacts contacts;
  private final Deeds deeds;
  private final Duration notAfter;
  private final InstantSource clock;

  public Escalation(
      Redis redis,
      LineKeys keys,
      Supplier<Tables> tables,
      Turnover turnover,
      Contacts contacts,
      Deeds deeds,
      Duration notAfter,
      InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.tables = tables;
    this.turnover = turnover;
    this.contacts = contacts;
    this.deeds = deeds;
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
    if (turnover.turnsFirst(contact.id(), inForce)) {
      return;
    }
    var now = clock.instant();
    var decision = inForce.plan().decide(Tables.triage(contact), contact.arrived());
    int next = contact.place().step();
    var deed =
        action(decision.steps(), next)
            .map(action ->
                isRepeatedBy(action, decision.steps(), next, now)
                    ? Deed.nothing("page-joined")
                    : deeds.of(action, contact, decision, inForce, now))
            .orElseGet(() -> Deed.nothing("promised"));
    var arguments = new ArrayList<Object>();
    arguments.addAll(
        List.of(
            contact.id(),
            next,
            now.toEpochMilli(),
            due(decision, next + 1, now),
            Transcripts.KEPT.toMillis(),
            now.plus(notAfter).toEpochMilli(),
            inForce
                .plan()
                .virtualArrivalAt(
                    decision, next + 1, contact.arrived(), contact.understanding().risk()),
            inForce.ruling().stamp(),
            (next < decision.steps().size() ? decision.steps().get(next).due() : now)
                .toEpochMilli()));
    arguments.addAll(deed.arguments());
    redis.run(STEP, keys.prefix(), arguments.toArray());
  }

  private static Optional<Step.Action> action(List<DueStep> steps, int next) {
    return next < steps.size() ? Optional.of(steps.get(next).does()) : pageAgain(steps);
  }

  /// After a long outage many steps are due at once: of the same page, only the last goes out.
  private static boolean isRepeatedBy(
      Step.Action action, List<DueStep> steps, int next, Instant now) {
    return action instanceof Step.Page
        && steps.stream()
            .skip(next + 1L)
            .takeWhile(step -> !step.due().isAfter(now))
            .anyMatch(step -> step.does().equals(action));
  }

  /// When the step after this one is due (ms), 0 when there is none.
  private static long due(RoutingDecision decision, int step, Instant now) {
    var steps = decision.steps();
    if (step < steps.size()) {
      return steps.get(step).due().toEpochMilli();
    }
    return step < steps.size() + MOST_PAGES && pageAgain(steps).isPresent()
        ? now.plus(PAGE_AGAIN).toEpochMilli()
        : 0;
  }

  /// What goes on after the last step: the last page; nothing after a promise, which pages by
  /// itself when it is due.
  private static Optional<Step.Action> pageAgain(List<DueStep> steps) {
    boolean promised = !steps.isEmpty() && steps.getLast().does() instanceof Step.CallBack;
    return promised
        ? Optional.empty()
        : steps.stream()
            .map(DueStep::does)
            .filter(Step.Page.class::isInstance)
            .reduce((_, later) -> later);
  }
}
