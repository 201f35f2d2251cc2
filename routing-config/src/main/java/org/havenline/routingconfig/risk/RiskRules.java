package org.havenline.routingconfig.risk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.havenline.routingconfig.Finding;

/// All risk rules of a folder, and everything that is wrong with them. Faulty rules are left out,
/// so that one of them never blinds the others.
public record RiskRules(List<RiskRule> rules, LevelTable levels, List<Finding> findings) {
  private static final String LEVELS = "levels.yaml";

  public RiskRules {
    rules = List.copyOf(rules);
    findings = List.copyOf(findings);
  }

  /// Reads `levels.yaml` and one file per language.
  ///
  /// @throws UncheckedIOException when the folder itself cannot be listed
  public static RiskRules read(Path folder) {
    List<Finding> findings = new ArrayList<>();
    LevelTable levels =
        Section.read(folder.resolve(LEVELS), findings)
            .map(section -> new LevelFile(section).table())
            .orElseGet(() -> new LevelTable(Map.of(), List.of()));
    List<RiskRule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Path file : languageFiles(folder)) {
      Optional<Section> section = Section.read(file, findings);
      for (RiskRule rule :
          section.map(found -> new RuleFile(found, levels.codes()).rules()).orElse(List.of())) {
        if (ids.add(rule.id())) {
          rules.add(rule);
        } else {
          findings.add(
              new Finding(
                  rule.file(), rule.line(), "id " + rule.id() + " stands twice", "Rename one"));
        }
      }
    }
    return new RiskRules(rules, levels, findings);
  }

  /// The rules that ship with Havenline.
  public static RiskRules shipped() {
    try {
      URI home = RiskRules.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path place = Path.of(home);
      if (Files.isDirectory(place)) {
        return read(place.resolve("risk"));
      }
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        return read(jar.getPath("risk"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> languageFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml") && !file.endsWith(LEVELS))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
