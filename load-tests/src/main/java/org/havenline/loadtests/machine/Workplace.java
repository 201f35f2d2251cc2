package org.havenline.loadtests.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/// Where a run keeps its files, taken away at its end, and where the project lies.
public record Workplace(Path folder) implements AutoCloseable {
  /// The system property that names another jar to be tested.
  public static final String JAR = "havenline.jar";

  public static Workplace open(String what) {
    try {
      return new Workplace(Files.createTempDirectory("havenline-" + what));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path resolve(String name) {
    return folder.resolve(name);
  }

  /// The project's root: the folder that holds the modules.
  public static Path project() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
        .filter(folder -> Files.isDirectory(folder.resolve("routing-config")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("start this inside the project's folder"));
  }

  /// The server under test.
  public static Path jar() {
    var other = System.getProperty(JAR);
    var jar = other == null ? project().resolve("server/target/havenline.jar") : Path.of(other);
    if (!Files.exists(jar)) {
      throw new IllegalStateException(
          "%s is not there: run 'mvn package -DskipTests' first".formatted(jar));
    }
    return jar;
  }

  @Override
  public void close() {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
