package org.havenline.queue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.havenline.contact.ContactId;
import org.havenline.contact.LineKeys;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.redis.RedisUnavailable;
import org.havenline.redis.Reply;
import org.havenline.routingconfig.Mode;
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
  private final Tables.Source tables;
  private final Runnable turned;
  private final InstantSource clock;
  private final Semaphore changed = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;

  /// @param turned is told that contacts may be offered by the new tables
  public Turnover(
      Redis redis, LineKeys keys, Tables.Source tables, Runnable turned, InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
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
        turnAll();
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
    rest();
    wake();
  }

  private void rest() {
    try {
      changed.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  /// Walks past all who are open until a walk meets nobody left behind: who leaves meanwhile moves
  /// others up, past the walker. Newer tables end a walk at once, so that under many changes the
  /// first in line is always brought under the newest.
  private void turnAll() {
    boolean again = true;
    while (again && !closed) {
      var inForce = tables.get();
      var walked = walk(inForce);
      again = walked.found() > 0 || !isInForce(inForce);
      turned.run();
      if (walked.found() > 0 && walked.placed() == 0) {
        rest();
      }
    }
  }

  private boolean isInForce(Tables walked) {
    return tables.get().ruling().equals(walked.ruling());
  }

  /// @param found how many were under older tables
  /// @param placed how many of them are not any more by our doing; the others changed meanwhile
  private record Walked(int found, int placed) {}

  private Walked walk(Tables inForce) {
    int found = 0;
    int placed = 0;
    int passOver = 0;
    boolean more = true;
    while (more && !closed) {
      var page = redis.run(STALE, keys.prefix(), inForce.ruling().stamp(), passOver, PAGE).list();
      var stale = page.stream().skip(1).flatMap(row -> readable(row).stream()).toList();
      placed += turn(stale, inForce);
      found += stale.size();
      int seen = (int) page.getFirst().number();
      passOver += seen;
      more = seen == PAGE && isInForce(inForce);
    }
    return new Walked(found, placed);
  }

  /// One that cannot be read must not keep the others behind.
  private static Optional<Standing> readable(Reply row) {
    var id = new ContactId(row.list().getFirst().text());
    try {
      return Optional.of(Standing.of(id, row.list().getLast().fields()));
    } catch (RuntimeException e) {
      LOG.error("contact {} cannot be read", id, e);
      return Optional.empty();
    }
  }

  /// Whether a contact has to be turned over before anything is decided for it by these tables;
  /// then it has been.
  public boolean turnsFirst(ContactId id, Tables inForce) {
    var standing = standing(id).filter(one -> one.ruled() != inForce.ruling().stamp());
    standing.ifPresent(one -> turn(List.of(one), inForce));
    return standing.isPresent();
  }

  /// Places one waiting contact by these tables, unless it is by these or newer ones already.
  void turn(ContactId id, Tables inForce) {
    standing(id)
        .filter(one -> one.ruled() < inForce.ruling().stamp())
        .ifPresent(one -> turn(List.of(one), inForce));
  }

  private Optional<Standing> standing(ContactId id) {
    var fields = redis.call("HGETALL", keys.contact(id)).fields();
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(Standing.of(id, fields)).filter(Standing::waits);
  }

  private int turn(List<Standing> all, Tables inForce) {
    if (all.isEmpty()) {
      return 0;
    }
    var arguments = new ArrayList<Object>();
    arguments.add(inForce.ruling().stamp());
    arguments.add(inForce.ruling().version());
    arguments.add(clock.millis());
    all.forEach(one -> arguments.addAll(one.under(inForce)));
    return (int) redis.run(TURN, keys.prefix(), arguments.toArray()).number();
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
