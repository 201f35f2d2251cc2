package org.havenline.channel.twilio;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/// Finds the data that lies beside the project in `shared/data` and is no part of it.
final class SharedData {
  private SharedData() {}

  /// The test is skipped, visibly, where it is absent; `.ci/run` does not take that for passed.
  static Path file(String name) {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      var file = at.resolve("shared/data").resolve(name);
      if (Files.exists(file)) {
        return file;
      }
    }
    return abort(
        "shared/data/" + name + " lies in no folder above this one: nothing to verify with");
  }
}
