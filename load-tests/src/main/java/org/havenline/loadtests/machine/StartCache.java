package org.havenline.loadtests.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a JVM has loaded and linked in one life of the server, kept for the next (JEP 514): a
/// server that was killed serves again in little more than half the time. Made as the README tells
/// an operator, once for each build.
public final class StartCache {
  /// A tenth less memory; a cache is of one layout of objects (JEP 519).
  private static final String COMPACT = "-XX:+UseCompactObjectHeaders";

  private StartCache() {}

  /// As the README's unit file starts the server, with the cache; it is made first when there is
  /// none of this build.
  public static List<String> options() {
    var jar = Workplace.jar();
    var file = jar.resolveSibling("havenline.aot");
    if (!isOf(jar, file)) {
      make(file);
    }
    return List.of("-Xms192m", "-Xmx1g", COMPACT, "-XX:AOTCache=" + file);
  }

  private static boolean isOf(Path jar, Path file) {
    try {
      return Files.exists(file)
          && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(jar)) > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void make(Path file) {
    try (var place = Workplace.open("start-cache");
        var node =
            new Node(
                NodeSettings.embedded(place.folder()),
                List.of(COMPACT, "-XX:AOTCacheOutput=" + file))) {
      node.start();
      node.stop();
    }
  }
}
