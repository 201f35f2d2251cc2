package org.havenline.loadtests.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The passwords of the demo's staff, as the server prints them at its first start.
public final class PrintedPasswords {
  private static final Pattern LINE =
      Pattern.compile("^ {2}([a-z0-9._-]+) +([a-z0-9]{4}(?:-[a-z0-9]{4}){4})$", Pattern.MULTILINE);

  private PrintedPasswords() {}

  /// @return user name → password
  public static Map<String, String> in(Path log) {
    try {
      return LINE.matcher(Files.readString(log))
          .results()
          .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
