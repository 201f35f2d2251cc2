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
import java.util.SortedMap;
import java.util.TreeMap;
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
  /// @throws UncheckedIOException when the folder cannot be listed
  public static RiskRules read(Path folder) {
    var unreadable = new ArrayList<Finding>();
    var rules = read(files(folder, unreadable));
    unreadable.addAll(rules.findings);
    return new RiskRules(rules.rules, rules.levels, unreadable);
  }

  /// The same for files that lie somewhere else, by name.
  public static RiskRules read(SortedMap<String, byte[]> files) {
    List<Finding> findings = new ArrayList<>();
    var table = files.get(LEVELS);
    if (table == null) {
      findings.add(
          new Finding(LEVELS, 0, "there is no such file", "Take it from the shipped rules"));
    }
    LevelTable levels =
        Optional.ofNullable(table)
            .flatMap(bytes -> Section.read(LEVELS, bytes, findings))
            .map(section -> new LevelFile(section).table())
            .orElseGet(() -> new LevelTable(Map.of(), List.of()));
    List<RiskRule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    files.forEach((name, bytes) -> {
      if (name.equals(LEVELS)) {
        return;
      }
      Optional<Section> section = Section.read(name, bytes, findings);
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
    });
    return new RiskRules(rules, levels, findings);
  }

  /// The rules that ship with Havenline.
  public static RiskRules shipped() {
    return read(shippedFiles());
  }

  /// Their files, by name.
  public static SortedMap<String, byte[]> shippedFiles() {
    try {
      URI home = RiskRules.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path place = Path.of(home);
      if (Files.isDirectory(place)) {
        return files(place.resolve("risk"));
      }
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        return files(jar.getPath("risk"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The files of a folder, by name; one that cannot be read is left out.
  ///
  /// @throws UncheckedIOException when the folder cannot be listed
  public static SortedMap<String, byte[]> files(Path folder) {
    return files(folder, new ArrayList<>());
  }

  private static SortedMap<String, byte[]> files(Path folder, List<Finding> unreadable) {
    try (Stream<Path> found = Files.list(folder)) {
      var files = new TreeMap<String, byte[]>();
      for (Path file : found.filter(one -> one.toString().endsWith(".yaml")).toList()) {
        String name = String.valueOf(file.getFileName());
        try {
          files.put(name, Files.readAllBytes(file));
        } catch (IOException e) {
          unreadable.add(new Finding(name, 0, "cannot be read", "Check its rights"));
        }
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
