package org.havenline.roster;

import java.nio.charset.StandardCharsets;

/// Content lines of a calendar (RFC 5545, section 3.1): each ends in CRLF and none is longer than
/// 75 octets; a longer one goes on in the next, which begins with a space.
final class ContentLines {
  private static final int MOST_OCTETS = 75;

  private final StringBuilder lines = new StringBuilder();

  /// A value without anything to escape.
  ContentLines add(String name, String value) {
    int octets = 0;
    for (var letter : (name + ":" + value).codePoints().mapToObj(Character::toString).toList()) {
      int more = letter.getBytes(StandardCharsets.UTF_8).length;
      if (octets + more > MOST_OCTETS) {
        lines.append("\r\n ");
        octets = 1;
      }
      lines.append(letter);
      octets += more;
    }
    lines.append("\r\n");
    return this;
  }

  /// A value of type TEXT (section 3.3.11).
  ContentLines text(String name, String value) {
    return add(
        name,
        value
            .replace("\\", "\\\\")
            .replace(";", "\\;")
            .replace(",", "\\,")
            .replaceAll("\r\n|\r|\n", "\\\\n"));
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
