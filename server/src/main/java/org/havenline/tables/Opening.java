package org.havenline.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.havenline.audit.Author;
import org.havenline.contact.journal.Ruling;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.version.TableFiles;
import org.havenline.tables.Version.Origin;

/// What a starting node decides by: the version in force, or its files as a new one.
///
/// Files come in when they differ from those that came in last, so a restart with the same files
/// leaves alone what was published meanwhile. Those of the jar come in only while nothing else was
/// ever in force: a release must not replace what a house has published.
public final class Opening {
  private final Archive archive;
  private final TablesCheck check;

  public Opening(Archive archive, TablesCheck check) {
    this.archive = archive;
    this.check = check;
  }

  /// What came of it.
  public sealed interface Outcome {
    /// @param findings in files that were therefore not taken in
    record Opened(InForce inForce, List<Finding> findings) implements Outcome {}

    /// There is nothing to decide by.
    record Refused(List<Finding> findings) implements Outcome {}
  }

  /// Files a node starts with.
  ///
  /// @param origin shipped or folder
  public record Brought(Origin origin, TableFiles files) {}

  /// What is new among what was brought.
  private record News(boolean tables, boolean risk) {}

  /// Tables and risk rules come in each for itself.
  ///
  /// @param reading what the check says of the tables
  /// @param risk rules; broken ones are left out when they are used, and never keep a node from
  ///   starting
  public Outcome open(Brought tables, Reading reading, Brought risk) {
    while (true) {
      var state = archive.state();
      var inForce = archive.version(state.version());
      boolean sound = reading instanceof Reading.Sound;
      var news =
          new News(
              sound && isNewTables(state, inForce, tables),
              (sound || inForce.isPresent()) && isNewRisk(state, inForce, risk));
      if (!news.tables && !news.risk) {
        return asItIs(state, inForce, tables.files, reading);
      }
      // and then looks again: it is in force, and no news any more
      takeIn(state, inForce, tables, risk, news);
    }
  }

  private boolean isNewTables(Archive.State state, Optional<Version> inForce, Brought tables) {
    return inForce.isEmpty()
        || (!archive.fingerprint(tables.files).equals(state.imported())
            && (tables.origin == Origin.FOLDER || inForce.get().origin() == Origin.SHIPPED));
  }

  /// Shipped rules replace only what came in at a start, never what a house has published.
  private boolean isNewRisk(Archive.State state, Optional<Version> inForce, Brought risk) {
    if (risk.files.files().isEmpty()) {
      return false;
    }
    var now = inForce.map(Version::risk).filter(files -> !files.isEmpty());
    return now.isEmpty()
        || (!archive.fingerprint(risk.files).equals(state.importedRisk())
            && (risk.origin == Origin.FOLDER
                || archive.fingerprint(now.get()).equals(state.importedRisk())));
  }

  private void takeIn(
      Archive.State state, Optional<Version> inForce, Brought tables, Brought risk, News news) {
    var reason = reason(tables, risk, news);
    long number = state.newest() + 1;
    var entry = archive.entry(state, Author.FILES, "published", "version " + number, reason);
    var change = new Change().set("now", "newest", number);
    var files = new TreeMap<String, String>();
    inForce.ifPresent(version -> {
      files.putAll(news.tables ? version.risk() : version.files());
      if (news.risk) {
        files.keySet().removeIf(TableFiles::isRisk);
      }
    });
    if (news.tables) {
      files.putAll(archive.addresses(tables.files));
      archive.keepFiles(change, tables.files);
      change.set("now", "imported", archive.fingerprint(tables.files));
    }
    if (news.risk) {
      files.putAll(archive.addresses(risk.files));
      archive.keepFiles(change, risk.files);
      change.set("now", "imported-risk", archive.fingerprint(risk.files));
    }
    // whoever the tables are from: they decide whether shipped ones may replace them later
    var origin = news.tables ? tables.origin : inForce.orElseThrow().origin();
    var version =
        new Version(
            number,
            Author.FILES,
            entry.at(),
            reason,
            origin,
            state.version(),
            files,
            Optional.empty());
    change.keep(version).putInForce(entry.n(), number, state.version());
    archive.commit(state, entry, change);
  }

  private static String reason(Brought tables, Brought risk, News news) {
    if (!news.tables) {
      return risk.origin == Origin.SHIPPED
          ? "the risk rules shipped with this server"
          : "the risk rules of HAVENLINE_ROUTING_CONFIG are new";
    }
    return tables.origin == Origin.SHIPPED
        ? "the tables shipped with this server"
        : "the files of HAVENLINE_ROUTING_CONFIG are new";
  }

  private Outcome asItIs(
      Archive.State state, Optional<Version> inForce, TableFiles files, Reading ofFiles) {
    var findings = ofFiles instanceof Reading.Faulty(var faults) ? faults : List.<Finding>of();
    if (inForce.isEmpty()) {
      return new Outcome.Refused(findings);
    }
    boolean same = inForce.get().tables().equals(archive.addresses(files));
    return switch (same ? ofFiles : check.read(archive.files(inForce.get()))) {
      case Reading.Sound(var tables) ->
          new Outcome.Opened(
              new InForce(new Ruling(state.stamp(), state.version()), tables, state.switches()),
              findings);
      case Reading.Faulty(var faults) -> {
        var all = new ArrayList<>(findings);
        all.add(
            TablesCheck.finding(
                "version " + state.version() + ", which is in force, has these findings here",
                "Start the release of the server it was published with, and publish a version"
                    + " without them"));
        all.addAll(faults);
        yield new Outcome.Refused(all);
      }
    };
  }
}
