package org.havenline.simulator.account;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.havenline.simulator.web.Form;
import org.jspecify.annotations.Nullable;

/// Which messages a list asks for, by Twilio's query: `To`, `From`, `DateSent`, `DateSent>` (on or
/// after) and `DateSent<` (on or before); a date alone means its midnight, UTC.
///
/// @param until exclusive; Twilio's dates have whole seconds
public record MessageFilter(
    Optional<String> to, Optional<String> from, @Nullable Instant since, @Nullable Instant until) {

  /// Reads a query; what is not said does not filter.
  ///
  /// @throws IllegalArgumentException when a date cannot be read
  public static MessageFilter of(Form query) {
    var on = query.first("DateSent");
    var since = query.first("DateSent>").or(() -> on).map(MessageFilter::time).orElse(null);
    var until =
        query
            .first("DateSent<")
            .map(text -> time(text).plusSeconds(1))
            .or(() -> on.map(text -> time(text).plus(length(text))))
            .orElse(null);
    return new MessageFilter(query.first("To"), query.first("From"), since, until);
  }

  boolean matches(Message message) {
    var sent = message.created().truncatedTo(ChronoUnit.SECONDS);
    return to.map(message.to()::equals).orElse(true)
        && from.map(message.from()::equals).orElse(true)
        && (since == null || !sent.isBefore(since))
        && (until == null || sent.isBefore(until));
  }

  /// Twilio's own SDK writes times without a zone and means UTC.
  private static Instant time(String text) {
    try {
      if (isDate(text)) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      var zoned = text.endsWith("Z") ? text : text + "Z";
      return Instant.parse(zoned).truncatedTo(ChronoUnit.SECONDS);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("DateSent must be YYYY-MM-DD or an ISO 8601 time", e);
    }
  }

  private static Duration length(String text) {
    return isDate(text) ? Duration.ofDays(1) : Duration.ofSeconds(1);
  }

  private static boolean isDate(String text) {
    return text.length() == "2026-01-31".length();
  }
}
