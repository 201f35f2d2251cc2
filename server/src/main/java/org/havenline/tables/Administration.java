package org.havenline.tables;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.havenline.audit.Author;
import org.havenline.contact.LineId;
import org.havenline.redis.RedisUnavailable;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.Mode;
import org.havenline.routingconfig.line.Numbers;
import org.havenline.routingconfig.version.Publishing;
import org.havenline.routingconfig.version.TableFiles;
import org.havenline.tables.Version.Origin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What administrators do with the tables. Each deed looks at how everything stands, decides, and
/// does it in one step unless something changed meanwhile; then it looks again.
public final class Administration {
  /// Each failure means that somebody else's deed was done.
  private static final int MOST_TRIES = 100;

  private static final Logger LOG = LoggerFactory.getLogger(Administration.class);

  private final Archive archive;
  private final TablesCheck check;
  private final TablesWatch watch;
  private final RiskWatch risk;
  private final InstantSource clock;

  public Administration(
      Archive archive, TablesCheck check, TablesWatch watch, RiskWatch risk, InstantSource clock) {
    this.archive = archive;
    this.check = check;
    this.watch = watch;
    this.risk = risk;
    this.clock = clock;
  }

  /// What came of a deed.
  public sealed interface Outcome {
    /// It is in force; this node decides by it already.
    record Done() implements Outcome {}

    /// A second person has to approve it.
    record Awaiting() implements Outcome {}

    /// It cannot be put in force; nothing changed.
    record Faulty(List<Finding> findings) implements Outcome {}

    /// It does not fit how things stand; nothing changed.
    record Refused(String why) implements Outcome {}

    /// There is no such version or line.
    record Unknown() implements Outcome {}
  }

  public Archive archive() {
    return archive;
  }

  /// What this node decides by, and what is wrong with it.
  public TablesWatch watch() {
    return watch;
  }

  /// The risk rules this node reads messages by.
  public RiskWatch risk() {
    return risk;
  }

  /// What would be said of a version if it were published now. Risk rules that are those in force
  /// are not looked at again.
  public TablesCheck.Verdict verdict(Version version) {
    var files = archive.files(version);
    var verdict = check.verdict(watch.look().tables(), files, clock.instant());
    var inForce = archive.version(archive.state().version());
    if (inForce.filter(one -> one.risk().equals(version.risk())).isPresent()) {
      return verdict;
    }
    var faults = new ArrayList<>(verdict.faults());
    faults.addAll(TablesCheck.risk(files));
    return new TablesCheck.Verdict(faults, verdict.doubts());
  }

  /// Keeps files as a version that nobody is routed by yet. They may have findings.
  ///
  /// @param given without any risk rule, or with nothing else: what is not there stays as it is in
  ///   force
  public Version draft(TableFiles given, Author author, String reason) {
    for (int i = 0; i < MOST_TRIES; i++) {
      var state = archive.state();
      var files = whole(given, archive.version(state.version()));
      long number = state.newest() + 1;
      var entry = archive.entry(state, author, "drafted", "version " + number, reason);
      var version =
          new Version(
              number,
              author,
              entry.at(),
              reason,
              Origin.ADMINISTRATOR,
              state.version(),
              archive.addresses(files),
              Optional.empty());
      var change = archive.keepFiles(new Change(), files).keep(version);
      archive.forgetOldest(state, version, change.set("now", "newest", number));
      if (archive.commit(state, entry, change)) {
        return version;
      }
    }
    throw new IllegalStateException("the audit log takes no entry");
  }

  private TableFiles whole(TableFiles given, Optional<Version> inForce) {
    boolean noRisk = given.risk().files().isEmpty();
    boolean noTables = given.tables().files().isEmpty();
    if (inForce.isEmpty() || !(noRisk || noTables)) {
      return given;
    }
    var known = archive.files(inForce.get());
    return given.and(noRisk ? known.risk() : known.tables());
  }

  /// Puts a version in force, or asks for a second person where the tables in force want one.
  ///
  /// @param over the version in force that its author has compared it with
  public Outcome publish(long number, long over, Author author, String reason) {
    return deed(state -> {
      var version = archive.version(number);
      if (version.isEmpty()) {
        return Optional.of(new Outcome.Unknown());
      }
      return refusal(state, number, over)
          .or(() -> faults(version.get()))
          .or(() -> {
            if (watch.get().tables().publishing() == Publishing.ONE_PERSON) {
              return putInForce(state, number, author, "published", reason);
            }
            var entry = archive.entry(state, author, "asked for", "version " + number, reason);
            var wish = version.get().askedBy(new Version.Asked(author, reason, over));
            return result(
                archive.commit(state, entry, new Change().keep(wish)), new Outcome.Awaiting());
          });
    });
  }

  /// A second person puts in force what the first asked for.
  public Outcome approve(long number, Author author, String reason) {
    return deed(state -> {
      var asked = archive.version(number).flatMap(Version::asked);
      if (asked.isEmpty()) {
        return Optional.of(new Outcome.Refused("Nobody has asked that it comes in force."));
      }
      if (asked.get().by().equals(author)) {
        return Optional.of(
            new Outcome.Refused("You asked for it yourself; another person has to approve it."));
      }
      return refusal(state, number, asked.get().over())
          .or(() -> archive.version(number).flatMap(this::faults))
          .or(() -> putInForce(state, number, author, "approved", reason));
    });
  }

  /// Puts the version in force that was before. Twice is back again.
  ///
  /// @param over the version to be left
  public Outcome rollBack(long over, Author author, String reason) {
    return rollBack(0, over, author, reason);
  }

  /// The same for any version that was in force once.
  ///
  /// @param to 0 for the one before
  public Outcome rollBack(long to, long over, Author author, String reason) {
    return deed(state -> {
      long number = to == 0 ? state.before() : to;
      var old = archive.version(number);
      if (old.isEmpty()) {
        return Optional.of(
            to == 0
                ? new Outcome.Refused("There is no version before this one.")
                : new Outcome.Unknown());
      }
      return refusal(state, number, over)
          .or(() ->
              archive.wasInForce(number)
                  ? Optional.empty()
                  : Optional.of(
                      new Outcome.Refused(
                          "Version %d was never in force. Publish it, so that it is checked."
                              .formatted(number))))
          .or(() -> refused(check.verdictOnOld(watch.get().tables(), archive.files(old.get()))))
          .or(() -> putInForce(state, number, author, "rolled back to", reason));
    });
  }

  public Outcome mode(Mode mode, Author author, String reason) {
    return deed(state -> {
      var entry = archive.entry(state, author, "switched", "mode " + mode, reason);
      return done(archive.commit(state, entry, new Change().mode(entry.n(), mode)));
    });
  }

  /// @param forwardTo where calls go meanwhile, empty for nowhere
  public Outcome lineDown(LineId line, String forwardTo, Author author, String reason) {
    if (!forwardTo.isEmpty() && !Numbers.exists(forwardTo)) {
      return new Outcome.Refused(
          "The number is none that exists. Write \"+\", country code and number, without spaces.");
    }
    return line(
        line, "line down", author, reason, change -> archive.lineDown(change, line, forwardTo));
  }

  public Outcome lineUp(LineId line, Author author, String reason) {
    return line(line, "line up", author, reason, change -> archive.lineUp(change, line));
  }

  private Outcome line(
      LineId line, String deed, Author author, String reason, Function<Change, Change> how) {
    return deed(state -> {
      if (watch.get().tables().lines().stream().noneMatch(l -> l.id().equals(line.value()))) {
        return Optional.of(new Outcome.Unknown());
      }
      var entry = archive.entry(state, author, "switched", deed + " " + line, reason);
      var change = how.apply(new Change().set("now", "stamp", entry.n()));
      return done(archive.commit(state, entry, change));
    });
  }

  private static Optional<Outcome> refusal(Archive.State state, long number, long over) {
    if (number == state.version()) {
      return Optional.of(new Outcome.Refused("It is in force already."));
    }
    return over == state.version()
        ? Optional.empty()
        : Optional.of(
            new Outcome.Refused(
                "Version %d is in force, not %d. Look at the difference with it first."
                    .formatted(state.version(), over)));
  }

  private Optional<Outcome> faults(Version version) {
    return refused(verdict(version));
  }

  private static Optional<Outcome> refused(TablesCheck.Verdict verdict) {
    return verdict.faults().isEmpty()
        ? Optional.empty()
        : Optional.of(new Outcome.Faulty(verdict.faults()));
  }

  private Optional<Outcome> putInForce(
      Archive.State state, long number, Author author, String deed, String reason) {
    var entry = archive.entry(state, author, deed, "version " + number, reason);
    var change = new Change().putInForce(entry.n(), number, state.version());
    return done(archive.commit(state, entry, change));
  }

  private static Optional<Outcome> done(boolean committed) {
    return result(committed, new Outcome.Done());
  }

  private static Optional<Outcome> result(boolean committed, Outcome outcome) {
    return committed ? Optional.of(outcome) : Optional.empty();
  }

  /// @param step empty when something changed meanwhile
  private Outcome deed(Function<Archive.State, Optional<Outcome>> step) {
    for (int i = 0; i < MOST_TRIES; i++) {
      var state = archive.state();
      // what is in force decides what may be done to it
      boolean follows = watch.look().ruling().stamp() == state.stamp();
      var outcome = follows ? step.apply(state) : Optional.<Outcome>empty();
      if (outcome.isPresent()) {
        follow();
        return outcome.get();
      }
    }
    return new Outcome.Refused(
        "This node cannot follow what is in force, or too many others change it now.");
  }

  /// What was done is done, even if the store goes away now.
  private void follow() {
    try {
      watch.look();
    } catch (RedisUnavailable e) {
      LOG.debug("store away");
    }
  }
}
