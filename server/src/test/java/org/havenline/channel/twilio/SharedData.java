package org.havenline.channel.twilio;

import java.nio.file.Files;
import java.nio.file.Path;

/// Finds the data that lies beside the project in `shared/data` and is no part of it.
final class SharedData {
  private SharedData() {}

  static Path file(String name) {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      var file = at.resolve("shared/data").resolve(name);
      if (Files.exists(file)) {
        return file;
      }
    }
    throw new IllegalStateException("shared/data/" + name + " lies in no folder above this one");
  }
}
