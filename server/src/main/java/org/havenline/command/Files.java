package org.havenline.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RoutingTables;

/// Files a command is given.
final class Files {
  private Files() {}

  static byte[] bytes(Path file) {
    try {
      return java.nio.file.Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new Refused(List.of(file + " cannot be read. Check that it exists and its rights."));
    }
  }

  /// A file named in another one: beside it, or where an absolute path says.
  static Optional<String> beside(Path file, String name) {
    try {
      var path = file.toAbsolutePath().resolveSibling(name);
      return Optional.of(java.nio.file.Files.readString(path, StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  static void write(Path file, String text) {
    try {
      java.nio.file.Files.writeString(file, text);
    } catch (IOException unwritable) {
      throw new Refused(List.of(file + " cannot be written. Check its folder and its rights."));
    }
  }

  static RoutingTables tables(Path folder, Set<String> texts) {
    return switch (RoutingTables.read(folder, texts)) {
      case Reading.Sound(var tables) -> tables;
      case Reading.Faulty(var findings) -> throw new Refused(findings);
    };
  }
}
