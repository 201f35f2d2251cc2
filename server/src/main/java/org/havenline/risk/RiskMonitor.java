package org.havenline.risk;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.risk.LevelTable;
import org.havenline.routingconfig.risk.RiskRules;

/// Reads each message against all rules of its languages and says how urgent it is, and why. Safe
/// for any number of threads.
public final class RiskMonitor implements AutoCloseable {
  /// Held for reading while a message is assessed, so that a set is closed only when nobody reads
  /// it.
  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

  private StoredRules stored;
  private LevelTable levels;
  private long version;

  private RiskMonitor(RiskRules rules) {
    stored = new StoredRules(rules);
    levels = rules.levels();
  }

  /// What one message says, and by which version of the rules; 0 for rules that are of none.
  public record Reading(long version, RiskAssessment assessment) {}

  /// Ready at once: the rules of a language are stored when its first message comes, or by whoever
  /// asks for all [#brokenRules()], those that cannot be used.
  public static RiskMonitor of(RiskRules rules) {
    return new RiskMonitor(rules);
  }

  /// What one message says.
  ///
  /// @param languages BCP 47 tags whose rules apply, most often one; three when it is uncertain.
  ///   Rules without a language always apply
  public RiskAssessment assess(String text, Set<String> languages) {
    return read(text, languages).assessment();
  }

  /// The same, with the version of the rules that say so.
  public Reading read(String text, Set<String> languages) {
    lock.readLock().lock();
    try {
      List<Signal> signals = stored.find(text, languages);
      return new Reading(version, new RiskAssessment(level(signals), signals));
    } finally {
      lock.readLock().unlock();
    }
  }

  /// Whether a text in this language can be read by any rule but the neutral ones. Rules for
  /// another script do not count: Arabic ones find nothing in `ar-Latn`.
  public boolean hasRulesFor(String language) {
    lock.readLock().lock();
    try {
      return stored.covers(language);
    } finally {
      lock.readLock().unlock();
    }
  }

  /// What a code means, in plain words; empty when the rules have no such code.
  public String meaning(String code) {
    lock.readLock().lock();
    try {
      return levels.codes().getOrDefault(code, "");
    } finally {
      lock.readLock().unlock();
    }
  }

  /// The whole conversation so far: what two messages say adds up as if one had said it.
  public RiskAssessment together(RiskAssessment earlier, RiskAssessment now) {
    RiskAssessment both = earlier.and(now);
    lock.readLock().lock();
    try {
      return new RiskAssessment(both.level().or(level(both.signals())), both.signals());
    } finally {
      lock.readLock().unlock();
    }
  }

  /// From the next message on these rules apply. Building them takes a moment, in which the old
  /// ones go on matching.
  public void replace(RiskRules rules) {
    replace(rules, 0);
  }

  /// The same, for rules of a version.
  public void replace(RiskRules rules, long number) {
    StoredRules next = new StoredRules(rules);
    next.storeAll();
    StoredRules before;
    lock.writeLock().lock();
    try {
      before = stored;
      stored = next;
      levels = rules.levels();
      version = number;
    } finally {
      lock.writeLock().unlock();
    }
    before.close();
  }

  /// The same rules stand in a newer version too.
  public void name(long number) {
    lock.writeLock().lock();
    try {
      version = number;
    } finally {
      lock.writeLock().unlock();
    }
  }

  /// What is left of an assessment whose text is gone: the signals of rules that still stand here,
  /// with the code and the level they have here, and those of keys, which no rule changes.
  public RiskAssessment remaining(RiskAssessment found) {
    lock.readLock().lock();
    try {
      List<Signal> signals =
          found.signals().stream()
              .flatMap(
                  signal -> signal.isByKey() ? Stream.of(signal) : stored.renamed(signal).stream())
              .toList();
      return new RiskAssessment(level(signals), signals);
    } finally {
      lock.readLock().unlock();
    }
  }

  /// Whether a text is read to its end; of a very long one only the beginning is.
  public static boolean readsWhole(String text) {
    return text.length() <= StoredRules.READ;
  }

  /// The same by keys alone, of a message whose text is read again.
  public RiskAssessment byKeys(RiskAssessment found) {
    return remaining(
        new RiskAssessment(
            found.level(), found.signals().stream().filter(Signal::isByKey).toList()));
  }

  /// Rules that are not applied, and why; waits until all are stored, which takes seconds.
  public List<Finding> brokenRules() {
    lock.readLock().lock();
    try {
      return stored.broken().stream()
          .sorted(Comparator.comparing(Finding::file).thenComparingInt(Finding::line))
          .toList();
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      stored.close();
    } finally {
      lock.writeLock().unlock();
    }
  }

  private RiskLevel level(List<Signal> signals) {
    return levels.level(Signal.codes(signals));
  }
}
