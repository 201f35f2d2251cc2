package org.havenline.referral.imports.files;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A line no longer than a record may be; what is longer comes in pieces, each of which is no row.
final class BoundedLine {
  private BoundedLine() {}

  /// Null at the end.
  static @Nullable String read(BufferedReader reader) throws IOException {
    var line = new StringBuilder();
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      if (c == '\n' || line.length() >= Limits.RECORD) {
        return line.toString();
      }
      if (c != '\r') {
        line.append((char) c);
      } else {
        reader.mark(1);
        int after = reader.read();
        if (after != '\n' && after >= 0) {
          reader.reset();
        }
        return line.toString();
      }
    }
    return line.isEmpty() ? null : line.toString();
  }
}
