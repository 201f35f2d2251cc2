package org.havenline;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.havenline.config.ServerConfig;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.risk.RiskRules;
import org.havenline.translations.Texts;

/// The files an administrator and a translator may change: tables and texts, read and checked
/// together, since tables name texts; and the risk rules, read when the doors are open.
record Rulebook(Texts texts, RoutingTables tables) {

  /// @throws StartRefused with every finding in tables and texts
  static Rulebook read(ServerConfig config) {
    return read(config, LocalDate.MIN);
  }

  /// @param today what is over before this day is a finding too
  static Rulebook read(ServerConfig config, LocalDate today) {
    var findings = new ArrayList<String>();
    var texts = texts(config.translations(), findings);
    var tables = tables(config.routing(), texts, today, findings);
    if (!findings.isEmpty() || texts.isEmpty() || tables.isEmpty()) {
      throw new StartRefused(findings);
    }
    return new Rulebook(texts.get(), tables.get());
  }

  /// Empty when an operator's own texts lack the key.
  Optional<String> sentence(String language, String key, Map<String, Object> arguments) {
    return texts.keys().contains(key)
        ? Optional.of(texts.text(key, language, arguments))
        : Optional.empty();
  }

  private static Optional<Texts> texts(Optional<Path> folder, List<String> findings) {
    return switch (folder.map(Texts::read).orElseGet(Texts::shipped)) {
      case org.havenline.translations.Reading.Sound(var texts) -> Optional.of(texts);
      case org.havenline.translations.Reading.Faulty(var faults) -> {
        faults.forEach(fault -> findings.add(fault.toString()));
        yield Optional.empty();
      }
    };
  }

  private static Optional<RoutingTables> tables(
      Optional<Path> folder, Optional<Texts> texts, LocalDate today, List<String> findings) {
    var keys = texts.map(Texts::keys).orElse(java.util.Set.of());
    var reading =
        folder
            .map(path -> RoutingTables.check(path, keys, today))
            .orElseGet(() -> RoutingTables.shipped(keys));
    return switch (reading) {
      case org.havenline.routingconfig.Reading.Sound(var tables) -> Optional.of(tables);
      case org.havenline.routingconfig.Reading.Faulty(var faults) -> {
        if (texts.isPresent()) {
          faults.forEach(fault -> findings.add(fault.toString()));
        }
        yield Optional.empty();
      }
    };
  }

  /// An operator's own folder may bring its own rules in `risk/`; else the shipped ones apply.
  /// Broken ones are left out, and the others apply.
  static RiskRules risks(ServerConfig config) {
    return config
        .routing()
        .map(path -> path.resolve("risk"))
        .filter(java.nio.file.Files::isDirectory)
        .map(RiskRules::read)
        .orElseGet(RiskRules::shipped);
  }
}
