package org.havenline.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /// @param origin shipped or folder
  /// @param reading what the check says of the files
  public Outcome open(Origin origin, TableFiles files, Reading reading) {
    var fingerprint = archive.fingerprint(files);
    while (true) {
      var state = archive.state();
      var inForce = archive.version(state.version());
      boolean news =
          inForce.isEmpty()
              || (!fingerprint.equals(state.imported())
                  && (origin == Origin.FOLDER || inForce.get().origin() == Origin.SHIPPED));
      if (!news || reading instanceof Reading.Faulty) {
        return asItIs(state, inForce, files, reading);
      }
      // and then looks again: it is in force, and no news any more
      takeIn(state, origin, files, fingerprint);
    }
  }

  private void takeIn(State state, Origin origin, TableFiles files, String fingerprint) {
    var reason =
        origin == Origin.SHIPPED
            ? "the tables shipped with this server"
            : "the files of HAVENLINE_ROUTING_CONFIG are new";
    long number = state.newest() + 1;
    var entry = archive.entry(state, Author.FILES, "published", "version " + number, reason);
    var version =
        new Version(
            number,
            Author.FILES,
            entry.at(),
            reason,
            origin,
            state.version(),
            archive.addresses(files),
            Optional.empty());
    var change =
        archive
            .keepFiles(new Change(), files)
            .keep(version)
            .set("now", "newest", number)
            .set("now", "imported", fingerprint)
            .putInForce(entry.n(), number, state.version());
    archive.commit(state, entry, change);
  }

  private Outcome asItIs(
      State state, Optional<Version> inForce, TableFiles files, Reading ofFiles) {
    var findings = ofFiles instanceof Reading.Faulty(var faults) ? faults : List.<Finding>of();
    if (inForce.isEmpty()) {
      return new Outcome.Refused(findings);
    }
    boolean same = inForce.get().files().equals(archive.addresses(files));
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
