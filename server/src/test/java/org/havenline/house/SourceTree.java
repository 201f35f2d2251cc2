package org.havenline.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Every Java file of the project.
public final class SourceTree {
  private SourceTree() {}

  /// The project's root: the folder that holds the four modules.
  public static Path root() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
        .filter(folder -> Files.isDirectory(folder.resolve("routing-config")))
        .findFirst()
        .orElseThrow();
  }

  static List<Path> java() throws IOException {
    try (var files = Files.walk(root())) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !root().relativize(file).toString().contains("target/"))
          .sorted()
          .toList();
    }
  }
}
