package org.havenline.queue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.ContactState;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineKeys;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.redis.RedisUnavailable;
import org.havenline.redis.Reply;
import org.havenline.routing.RoutingDecision.DueStep;
import org.havenline.routingconfig.Mode;
import org.havenline.routingconfig.plan.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings a line and everyone who waits on it under newer tables.
///
/// The first node that sees a newer stamp writes it to the line; from that moment every script
/// refuses a decision made by older tables, on any node, and refuses to offer or to escalate a
/// contact that is placed by others than the decision. Then each waiting contact is placed anew: it
/// keeps its place, or moves forward when its head start has grown; of the steps of its new
/// escalation those count as done that have been, and one that is overdue follows at once.
///
/// Keys:
/// - `{line}:ruled` stamp of the newest tables this line has seen
/// - `{line}:contact:<id>` fields `ruled`, `version`: what it is placed by; `stepped` when its last
///   step was due (ms), `told`, `paged` whether that was ever done
public final class Turnover implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Turnover.class);
  private static final RedisScript RULE = RedisScript.of(Turnover.class, "rule.lua");
  private static final RedisScript STALE = RedisScript.of(Turnover.class, "stale.lua");
  private static final RedisScript TURN = RedisScript.of(Turnover.class, "turn.lua");

  private static final int PAGE = 200;
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Redis redis;
  private final LineKeys keys;
  private final Contacts contacts;
  private final Tables.Source tables;
  private final Runnable turned;
  private final InstantSource clock;
  private final Semaphore changed = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;

  /// @param turned is told that contacts may be offered by the new tables
  public Turnover(
      Redis redis,
      LineKeys keys,
      Contacts contacts,
      Tables.Source tables,
      Runnable turned,
      InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.contacts = contacts;
    this.tables = tables;
    this.turned = turned;
    this.clock = clock;
    this.thread = Thread.ofVirtual().name("turnover-" + keys.line()).start(this::run);
  }

  /// Makes these tables the ones that rule the line.
  public void rule(Tables newer, Mode mode, boolean down) {
    var by = newer.ruling();
    redis.run(
        RULE, keys.prefix(), by.stamp(), by.version(), mode, down ? "down" : "up", clock.millis());
    wake();
  }

  /// Says that somebody waits who is placed by older tables.
  public void wake() {
    changed.release();
  }

  private void run() {
    while (!closed) {
      try {
        changed.acquire();
        changed.drainPermits();
        if (!closed) {
          turnAll(tables.get());
          turned.run();
        }
      } catch (InterruptedException e) {
        closed = true;
      } catch (RedisUnavailable e) {
        LOG.debug("store away");
        again();
      } catch (RuntimeException e) {
        LOG.error("turning contacts over met a fault", e);
        again();
      }
    }
  }

  private void again() {
    try {
      changed.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closed = true;
    }
    wake();
  }

  private void turnAll(Tables inForce) {
    int passOver = 0;
    while (!closed) {
      var found = redis.run(STALE, keys.prefix(), inForce.ruling().stamp(), passOver, PAGE).list();
      found.stream().skip(1).forEach(id -> turn(new ContactId(id.text()), inForce));
      int seen = (int) found.getFirst().number();
      if (seen < PAGE) {
        return;
      }
      passOver += seen;
    }
  }

  private static boolean waits(Contact contact) {
    return contact.state() == ContactState.QUEUED || contact.state() == ContactState.OFFERED;
  }

  /// Whether a contact has to be turned over before anything is decided for it by these tables;
  /// then it has been.
  public boolean turnsFirst(Contact contact, Tables inForce) {
    if (!waits(contact) || standing(contact.id()).ruled() == inForce.ruling().stamp()) {
      return false;
    }
    turn(contact.id(), inForce);
    return true;
  }

  /// Places one waiting contact by these tables, unless it is by these or newer ones already.
  void turn(ContactId id, Tables inForce) {
    var standing = standing(id);
    if (standing.ruled() < inForce.ruling().stamp()) {
      contacts.find(id).filter(Turnover::waits).ifPresent(one -> turn(one, standing, inForce));
    }
  }

  private void turn(Contact contact, Standing standing, Tables inForce) {
    var decision = inForce.plan().decide(Tables.triage(contact), contact.arrived());
    int step = standing.done(decision.steps());
    long due = step < decision.steps().size() ? decision.steps().get(step).due().toEpochMilli() : 0;
    redis.run(
        TURN,
        keys.prefix(),
        contact.id(),
        inForce.ruling().stamp(),
        inForce.ruling().version(),
        standing.ruled(),
        contact.place().step(),
        step,
        due,
        inForce
            .plan()
            .virtualArrivalAt(decision, step, contact.arrived(), contact.understanding().risk()),
        decision.queue(),
        decision.rule(),
        clock.millis(),
        contact.epoch());
  }

  private Standing standing(ContactId id) {
    return Standing.of(
        redis
            .call(
                "HMGET",
                keys.contact(id),
                "ruled",
                "stepped",
                "told",
                "paged",
                "partner",
                "call-back")
            .list());
  }

  /// What was done for a contact so far, whichever tables said so.
  ///
  /// @param stepped when the last step that was taken was due (ms)
  private record Standing(
      long ruled, long stepped, boolean told, boolean paged, boolean handedOver, boolean promised) {
    static Standing of(List<Reply> found) {
      return new Standing(
          found.get(0).isNull() ? 0 : found.get(0).number(),
          found.get(1).isNull() ? 0 : found.get(1).number(),
          !found.get(2).isNull(),
          !found.get(3).isNull(),
          !found.get(4).isNull(),
          !found.get(5).isNull());
    }

    /// How many steps of an escalation count as done. Nobody counts as told or paged who never was.
    int done(List<DueStep> steps) {
      int done = 0;
      while (done < steps.size() && isDone(steps.get(done))) {
        done++;
      }
      return done;
    }

    private boolean isDone(DueStep step) {
      return step.due().toEpochMilli() <= stepped
          && switch (step.does()) {
            case Step.Tell _ -> told;
            case Step.Page _ -> paged;
            case Step.Partner _ -> handedOver;
            case Step.CallBack _ -> promised;
            case Step.Offer _, Step.Move _, Step.Interpreter _ -> true;
          };
    }
  }

  @Override
  public void close() {
    closed = true;
    changed.release();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
