package org.havenline.house;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Formats every Java file of the project: `mvn -pl server -am test-compile exec:exec@format`.
public final class Format {
  private Format() {}

  public static void main(String[] arguments) throws IOException, FormatterException {
    for (var file : SourceTree.java()) {
      Files.writeString(file, formatted(file));
    }
  }

  static String formatted(Path file) throws IOException, FormatterException {
    return new Formatter().formatSourceAndFixImports(Files.readString(file));
  }
}
