package org.havenline.referral.search;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Files that lie beside the project and are no part of it.
final class SharedFolder {
  private SharedFolder() {}

  /// The test is skipped, visibly, where it is absent.
  static Path file(String name) {
    Path found =
        Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
            .map(at -> at.resolve("shared/data").resolve(name))
            .filter(Files::exists)
            .findFirst()
            .orElse(null);
    assumeTrue(found != null, "no shared/data beside the project: not measured");
    return found;
  }
}
