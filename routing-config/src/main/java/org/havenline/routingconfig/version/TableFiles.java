package org.havenline.routingconfig.version;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.yaml.YamlFile;

/// The files of one version as they were written, comments and all, by name.
public record TableFiles(SortedMap<String, byte[]> files) {
  /// In one version.
  public static final int MOST_FILES = 50;

  /// Of all files of a version together: 2 MiB, ten times what a large house needs.
  public static final int MOST_BYTES = 2 * 1024 * 1024;

  public static final List<String> SHIPPED = List.of("lines.yaml", "plans.yaml", "responders.yaml");

  public TableFiles {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /// The `*.yaml` files directly in a folder. Of a file that is too large only so much is read that
  /// the check finds it too large; the same holds for too many files.
  ///
  /// @throws IOException when the folder or one of the files cannot be read
  public static TableFiles in(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      var all = new TreeMap<String, byte[]>();
      var wanted =
          entries
              .filter(file -> String.valueOf(file.getFileName()).endsWith(".yaml"))
              .filter(Files::isRegularFile)
              .sorted()
              .limit(MOST_FILES + 1L)
              .toList();
      for (var file : wanted) {
        try (var in = Files.newInputStream(file)) {
          all.put(String.valueOf(file.getFileName()), in.readNBytes(YamlFile.MOST_BYTES + 1));
        }
      }
      return new TableFiles(all);
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
