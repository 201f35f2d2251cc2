package org.havenline.tables;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.havenline.privacy.Unreadable;
import org.havenline.redis.RedisUnavailable;
import org.havenline.risk.RiskMonitor;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.risk.RiskRules;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the risk rules this node reads messages by at those of the version in force. On a thread
/// of its own, since to build them takes a second or two, in which the tables of the same version
/// are in force already and the rules before go on matching.
///
/// Rules with faults are left out and shown. A version whose rules cannot be opened here, or that
/// leaves not a single one, replaces nothing.
public final class RiskWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RiskWatch.class);
  private static final Duration EVERY = Duration.ofMillis(200);

  private static final String BACK = "Go back to the version before";

  private final Archive archive;
  private final TablesWatch tables;
  private final Supplier<RiskRules> atStart;
  private SortedMap<String, String> addresses = new TreeMap<>();
  private long known;
  private volatile long version;
  private volatile List<Finding> refused = List.of();

  /// What could not be read of the rules that are used.
  private volatile List<Finding> unread = List.of();

  private volatile @Nullable RiskMonitor monitor;
  private volatile boolean closed;
  private final Thread thread;

  /// @param atStart the rules that count where those in force cannot be read
  public RiskWatch(Archive archive, TablesWatch tables, Supplier<RiskRules> atStart) {
    this.archive = archive;
    this.tables = tables;
    this.atStart = atStart;
    this.thread = Thread.ofPlatform().name("risk-rules").daemon().unstarted(this::run);
  }

  /// Reads the rules in force, and follows them from now on.
  public synchronized RiskMonitor follow() {
    look();
    var built = monitor;
    if (built == null) {
      built = put(atStart.get());
    }
    thread.start();
    return built;
  }

  /// The version whose rules this node reads messages by, 0 before the first.
  public long version() {
    return version;
  }

  /// Rules that are left out, and why; or why those in force are not used here.
  public List<Finding> findings() {
    var built = monitor;
    return !refused.isEmpty() || built == null
        ? refused
        : Stream.concat(unread.stream(), built.brokenRules().stream()).toList();
  }

  private void run() {
    while (!closed) {
      LockSupport.parkNanos(EVERY.toNanos());
      look();
    }
  }

  /// Takes in what the tables' watch has found.
  synchronized void look() {
    long now = tables.get().ruling().version();
    if (now == known) {
      return;
    }
    try {
      archive.version(now).ifPresent(this::take);
      known = now;
    } catch (RedisUnavailable e) {
      LOG.debug("store away");
    } catch (Unreadable e) {
      known = now;
      refuse(
          "the risk rules in force cannot be opened by this node",
          "Give every node the same key files");
    } catch (RuntimeException e) {
      known = now;
      LOG.error("the risk rules of version {} met a fault", now, e);
      refuse("the risk rules in force cannot be used by this node", BACK);
    }
  }

  private void take(Version next) {
    if (!next.risk().isEmpty() && !next.risk().equals(addresses)) {
      var rules = RiskRules.read(archive.risk(next).riskByName());
      if (rules.rules().isEmpty()) {
        refuse("no risk rule of version " + next.number() + " can be read", BACK);
        return;
      }
      put(rules);
      addresses = next.risk();
      LOG.info("{} risk rules of version {} are in force", rules.rules().size(), next.number());
    }
    if (monitor != null) {
      monitor.name(next.number());
      version = next.number();
    }
  }

  private RiskMonitor put(RiskRules rules) {
    var built = monitor;
    if (built == null) {
      built = RiskMonitor.of(rules);
      monitor = built;
    } else {
      built.replace(rules);
    }
    unread = rules.findings();
    refused = List.of();
    return built;
  }

  private void refuse(String fault, String remedy) {
    refused = List.of(new Finding("risk", 0, fault, remedy));
    LOG.error("{}", refused.getFirst());
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (monitor != null) {
      monitor.close();
    }
  }
}
