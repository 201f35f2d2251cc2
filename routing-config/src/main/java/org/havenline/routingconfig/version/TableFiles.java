package org.havenline.routingconfig.version;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.yaml.YamlFile;

/// The files of one version as they were written, comments and all, by name.
public record TableFiles(SortedMap<String, byte[]> files) {
  /// In one version.
  public static final int MOST_FILES = 50;

  /// Of all files of a version together: 2 MiB, ten times what a large house needs.
  public static final int MOST_BYTES = 2 * 1024 * 1024;

  /// Of all risk rules of a version together: 4 MiB, three times what ships.
  public static final int MOST_RISK_BYTES = 4 * 1024 * 1024;

  /// How the names of risk rules begin: `risk/en.yaml`.
  public static final String RISK = "risk/";

  /// How the name of a file with tables ends; beside them lie calendars they name.
  public static final String TABLES = ".yaml";

  public static final List<String> SHIPPED =
      List.of(
          "hours.yaml",
          "languages.yaml",
          "lines.yaml",
          "plans.yaml",
          "responders.yaml",
          "shifts.yaml");

  private static final String CALENDAR = ".ics";

  public TableFiles {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /// From texts by name.
  public static TableFiles of(Map<String, String> texts) {
    var all = new TreeMap<String, byte[]>();
    texts.forEach((name, text) -> all.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return new TableFiles(all);
  }

  /// The `*.yaml` files directly in a folder, and the calendars (`*.ics`) beside them. Of a file
  /// that is too large only so much is read that the check finds it too large; the same holds for
  /// too many files.
  ///
  /// @throws IOException when the folder or one of the files cannot be read
  public static TableFiles in(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      var all = new TreeMap<String, byte[]>();
      var found = entries.filter(Files::isRegularFile).sorted().toList();
      take(found, TABLES, all);
      take(found, CALENDAR, all);
      return new TableFiles(all);
    }
  }

  private static void take(List<Path> found, String ending, SortedMap<String, byte[]> into)
      throws IOException {
    var wanted =
        found.stream()
            .filter(file -> String.valueOf(file.getFileName()).endsWith(ending))
            .limit(MOST_FILES + 1L)
            .toList();
    for (var file : wanted) {
      try (var in = Files.newInputStream(file)) {
        into.put(String.valueOf(file.getFileName()), in.readNBytes(YamlFile.MOST_BYTES + 1));
      }
    }
  }

  /// Those in this jar: a complete demo line.
  public static TableFiles shipped() {
    var all = new TreeMap<String, byte[]>();
    for (var file : SHIPPED) {
      try (var in = RoutingTables.class.getResourceAsStream("tables/" + file)) {
        all.put(file, Objects.requireNonNull(in, file).readAllBytes());
      } catch (IOException broken) {
        throw new UncheckedIOException("the jar is broken", broken);
      }
    }
    return new TableFiles(all);
  }

  /// These files as risk rules of a version.
  ///
  /// @param rules by name in their folder: `en.yaml`
  public static TableFiles ofRisk(Map<String, byte[]> rules) {
    var all = new TreeMap<String, byte[]>();
    rules.forEach((name, bytes) -> all.put(RISK + name, bytes));
    return new TableFiles(all);
  }

  /// Those that are no risk rules.
  public TableFiles tables() {
    return those(name -> !isRisk(name));
  }

  /// The risk rules alone.
  public TableFiles risk() {
    return those(TableFiles::isRisk);
  }

  /// The risk rules by name in their folder: `en.yaml`.
  public SortedMap<String, byte[]> riskByName() {
    var all = new TreeMap<String, byte[]>();
    risk().files.forEach((name, bytes) -> all.put(name.substring(RISK.length()), bytes));
    return all;
  }

  /// These and others.
  public TableFiles and(TableFiles others) {
    var all = new TreeMap<>(files);
    all.putAll(others.files);
    return new TableFiles(all);
  }

  public static boolean isRisk(String name) {
    return name.startsWith(RISK);
  }

  private TableFiles those(Predicate<String> wanted) {
    var all = new TreeMap<>(files);
    all.keySet().removeIf(wanted.negate());
    return new TableFiles(all);
  }

  public Optional<byte[]> file(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /// Of all files together.
  public long bytes() {
    return files.values().stream().mapToLong(bytes -> bytes.length).sum();
  }

  /// Without content: it has telephone numbers of staff in it.
  @Override
  public String toString() {
    return "TableFiles" + files.keySet();
  }
}
