package org.havenline.tables;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.havenline.contact.journal.Ruling;
import org.havenline.privacy.Unreadable;
import org.havenline.redis.RedisUnavailable;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.line.Line;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what this node decides by at what is in force. It asks the store five times a second, so
/// nothing can be missed, whatever was away; an event of the line only makes it ask at once.
///
/// A version that cannot be used here (another build, another key) does not replace the one that
/// can; the node says so, and stands aside for those that can.
public final class TablesWatch implements Supplier<InForce>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TablesWatch.class);
  private static final Duration EVERY = Duration.ofMillis(200);

  private final Archive archive;
  private final TablesCheck check;
  private final List<Finding> atStart;
  private volatile InForce current;
  private volatile List<Finding> unusable = List.of();
  private long unusableStamp;
  private Consumer<InForce> follower = _ -> {};
  private @Nullable InForce told;
  private @Nullable Thread thread;
  private volatile boolean closed;

  /// @param atStart what was wrong with the files that were not taken in
  public TablesWatch(Archive archive, TablesCheck check, InForce first, List<Finding> atStart) {
    this.archive = archive;
    this.check = check;
    this.current = first;
    this.atStart = List.copyOf(atStart);
  }

  /// From now on it looks by itself.
  ///
  /// @param follower is told of the first and of each new state; told again when it fails
  public void follow(Consumer<InForce> follower) {
    synchronized (this) {
      this.follower = follower;
    }
    thread = Thread.ofVirtual().name("tables").start(this::run);
  }

  /// Says that something is new, so that nobody waits for the next look.
  public void wake() {
    LockSupport.unpark(thread);
  }

  private void run() {
    while (!closed) {
      try {
        look();
      } catch (RedisUnavailable e) {
        LOG.debug("store away");
      } catch (RuntimeException e) {
        LOG.error("following the tables met a fault", e);
      }
      LockSupport.parkNanos(EVERY.toNanos());
    }
  }

  @Override
  public InForce get() {
    return current;
  }

  /// Why not everything that should be in force is.
  public List<Finding> findings() {
    var all = new ArrayList<>(atStart);
    all.addAll(unusable);
    return all;
  }

  /// Asks the store now.
  public synchronized InForce look() {
    long stamp = archive.stamp();
    if (stamp > current.ruling().stamp() && stamp != unusableStamp) {
      load(stamp);
    }
    if (!Objects.equals(told == null ? null : told.ruling(), current.ruling())) {
      follower.accept(current);
      told = current;
    }
    return current;
  }

  /// Waits until something newer than this is in force here: for who has seen its traces already.
  public InForce after(Ruling known) {
    while (!closed) {
      var found = look();
      if (found.ruling().stamp() > known.stamp()) {
        return found;
      }
      LockSupport.parkNanos(EVERY.toNanos());
    }
    throw new IllegalStateException("closing");
  }

  private void load(long stamp) {
    try {
      var state = archive.state();
      var ruling = new Ruling(state.stamp(), state.version());
      switch (read(state)) {
        case Reading.Sound(var tables) -> {
          current = new InForce(ruling, tables, state.switches());
          unusable = List.of();
          LOG.info("version {} of the tables is in force, stamp {}", ruling.version(), stamp);
        }
        case Reading.Faulty(var findings) -> refuse(stamp, findings);
      }
    } catch (Unreadable e) {
      refuse(
          stamp,
          List.of(
              TablesCheck.finding(
                  "what is in force cannot be opened by this node",
                  "Give every node the same key files")));
    }
  }

  private Reading read(Archive.State state) {
    if (state.version() == current.ruling().version()) {
      return new Reading.Sound(current.tables());
    }
    var version = archive.version(state.version()).orElseThrow();
    var reading = check.read(archive.files(version));
    return reading instanceof Reading.Sound(var tables) && !ids(tables).containsAll(ids(get()))
        ? new Reading.Faulty(
            List.of(
                TablesCheck.finding(
                    "a line of this node is missing in version " + version.number(),
                    "Restart the node")))
        : reading;
  }

  private void refuse(long stamp, List<Finding> findings) {
    unusableStamp = stamp;
    unusable = List.copyOf(findings);
    findings.forEach(finding -> LOG.error("the tables in force cannot be used: {}", finding));
  }

  private static List<String> ids(InForce inForce) {
    return ids(inForce.tables());
  }

  private static List<String> ids(RoutingTables tables) {
    return tables.lines().stream().map(Line::id).toList();
  }

  @Override
  public void close() {
    closed = true;
    if (thread != null) {
      LockSupport.unpark(thread);
      try {
        thread.join(Duration.ofSeconds(5));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
