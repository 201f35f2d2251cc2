package org.havenline.referral.imports;

import java.io.BufferedReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// What is imported.
public sealed interface Source {
  /// A file, or a folder of files; folders in it are left alone.
  record Place(Path path) implements Source {}

  /// An address that answers with JSON or CSV; pages are followed.
  ///
  /// @param unencrypted whether `http` is allowed, by which anybody on the way can change services
  record Web(URI address, boolean unencrypted) implements Source {}

  /// A file that is no file of the machine.
  ///
  /// @param file its name, whose ending says what it holds
  /// @param reader read to its end, not closed
  record Text(String file, BufferedReader reader) implements Source {}

  /// Files of one package, none of the machine.
  record Texts(List<Text> files) implements Source {
    public Texts {
      files = List.copyOf(files);
    }
  }

  /// Under which the records are known if no other name is given.
  default String name() {
    return switch (this) {
      case Place(var path) -> String.valueOf(path.toAbsolutePath().normalize().getFileName());
      case Text(var file, var reader) -> file;
      case Texts(var files) -> files.isEmpty() ? "" : files.getFirst().file();
      case Web(var address, var plain) -> String.valueOf(address.getHost());
    };
  }
}
