package org.havenline.referral.imports.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The values of one row.
final class CsvLine {
  private CsvLine() {}

  /// Empty while a quote is open: the row goes on in the next line.
  static Optional<List<String>> values(CharSequence text) {
    var values = new ArrayList<String>();
    var value = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') {
          value.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          value.append(c);
          i++;
        } else {
          quoted = false;
        }
      } else if (c == ',') {
        values.add(value.toString());
        value.setLength(0);
      } else if (c == '"' && value.isEmpty()) {
        quoted = true;
      } else {
        value.append(c);
      }
    }
    if (quoted) {
      return Optional.empty();
    }
    values.add(value.toString());
    return Optional.of(values);
  }
}
