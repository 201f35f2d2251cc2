package org.havenline.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.havenline.audit.Author;
import org.havenline.privacy.KeyFolder;
import org.havenline.privacy.Pseudonyms;
import org.havenline.privacy.Vault;
import org.havenline.redis.Redis;
import org.havenline.routingconfig.risk.RiskRules;
import org.havenline.routingconfig.version.TableFiles;
import org.havenline.tables.Opening.Brought;
import org.havenline.tables.Version.Origin;
import org.havenline.testing.HandClock;

/// Nodes of one installation, as far as tables go.
final class House {
  static final Author JONAS = new Author("jonas");
  static final Author PETRA = new Author("petra");
  static final TablesCheck CHECK = new TablesCheck(Set.of("waiting", "waitingLong", "page"));

  private static final String PETRA_ENTRY =
      """
        - id: petra
          name: Petra Novak
          roles: [administrator]
      """;

  final Archive archive;
  private final HandClock clock = HandClock.atNoon();

  House(Redis redis, Path keys) {
    var files = new KeyFolder(keys, true);
    archive = new Archive(redis, Vault.open(files), Pseudonyms.open(files), clock);
  }

  /// Starts a node with the shipped files.
  Administration node() {
    return node(Origin.SHIPPED, TableFiles.shipped());
  }

  Administration node(Origin origin, TableFiles files) {
    var opened = (Opening.Outcome.Opened) open(origin, files);
    var watch = new TablesWatch(archive, CHECK, opened.inForce(), opened.findings());
    return administration(watch);
  }

  Administration administration(TablesWatch watch) {
    var risk = new RiskWatch(archive, watch, RiskRules::shipped);
    return new Administration(archive, CHECK, watch, risk, clock);
  }

  Opening.Outcome open(Origin origin, TableFiles files) {
    return open(origin, files, new Brought(Origin.SHIPPED, files.risk()));
  }

  Opening.Outcome open(Origin origin, TableFiles files, Brought risk) {
    return new Opening(archive, CHECK)
        .open(new Brought(origin, files.tables()), CHECK.read(files), risk);
  }

  long inForce() {
    return archive.state().version();
  }

  /// The shipped files with something else in them.
  static TableFiles files(UnaryOperator<String> change) {
    var all = new TreeMap<String, byte[]>();
    TableFiles.shipped()
        .files()
        .forEach(
            (name, bytes) -> all.put(name, change.apply(new String(bytes, UTF_8)).getBytes(UTF_8)));
    return new TableFiles(all);
  }

  static TableFiles files(String from, String to) {
    return files(text -> text.replace(from, to));
  }

  /// Two administrators, and both are needed.
  static TableFiles forTwo() {
    return files(text ->
        text.replace("plans:\n", "publishing: two-people\n\nplans:\n")
            .replace("responders:\n", "responders:\n" + PETRA_ENTRY));
  }
}
