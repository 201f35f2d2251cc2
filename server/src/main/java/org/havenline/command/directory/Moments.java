package org.havenline.command.directory;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/// Moments as they are typed and shown.
final class Moments {
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.UK);

  private Moments() {}

  /// @throws IllegalArgumentException what is wrong, for people
  static Instant read(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "--at is a moment with its offset, such as 2026-11-29T22:00Z, not " + text, e);
    }
  }

  static String shown(Instant moment, ZoneId zone) {
    return SHOWN.format(moment.atZone(zone));
  }
}
