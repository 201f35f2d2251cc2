package org.havenline.referral.hsds.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.havenline.referral.directory.Schedule;
import org.havenline.referral.hsds.Fields;

/// HSDS `schedule`. Those of the service at this location come first; only when there are none do
/// those of the location, then those of the service count.
final class Schedules {
  private static final int DATE_LENGTH = 10;
  private static final Pattern BY =
      Pattern.compile(
          "[+-]?\\d{0,3}(MO|TU|WE|TH|FR|SA|SU)?(,[+-]?\\d{0,3}(MO|TU|WE|TH|FR|SA|SU)?)*");

  private static final Pattern ZONED = Pattern.compile("(Z|[+-]\\d\\d:?\\d\\d)$");

  private Schedules() {}

  static List<Schedule> of(ObjectNode service, ObjectNode at, ZoneId zone) {
    for (var owner : List.of(at, at.path("location"), service)) {
      var found =
          Fields.objects(owner, "schedules").stream()
              .flatMap(one -> schedule(one, zone).stream())
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /// Empty when it does not say when: no time, and no day either.
  private static Optional<Schedule> schedule(ObjectNode one, ZoneId zone) {
    var opens = read(one, "opens_at", Schedules::time);
    var closes = read(one, "closes_at", Schedules::time);
    var from = read(one, "dtstart", Schedules::date);
    var rule = recurrence(one);
    boolean closed = one.path("closed").asBoolean();
    boolean half = opens.isPresent() != closes.isPresent();
    boolean unread =
        opens.isEmpty()
            && (Fields.text(one, "opens_at").isPresent()
                || Fields.text(one, "closes_at").isPresent());
    boolean never = rule.isEmpty() && from.isEmpty();
    boolean untimed = opens.isEmpty() && !closed && rule.isEmpty();
    if (half || unread || never || untimed) {
      return Optional.empty();
    }
    return Optional.of(
        new Schedule(
            opens,
            closes,
            rule,
            from,
            read(one, "valid_from", Schedules::date),
            read(one, "valid_to", Schedules::date),
            zone(one, zone),
            closed));
  }

  /// What RFC 5545 allows of it: BYWEEKNO and BYYEARDAY belong to a yearly rule, which HSDS does
  /// not have, and a count excludes an end.
  private static String recurrence(JsonNode one) {
    var frequency = Fields.text(one, "freq").orElse("").toUpperCase(Locale.ROOT);
    if (!List.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY").contains(frequency)) {
      return "";
    }
    var rule = new ArrayList<String>();
    rule.add("FREQ=" + frequency);
    Fields.whole(one, "interval").ifPresent(n -> add(rule, "INTERVAL", n > 1, n));
    by(one, "byday").ifPresent(days -> rule.add("BYDAY=" + days));
    by(one, "bymonthday").ifPresent(days -> rule.add("BYMONTHDAY=" + days));
    by(one, "wkst").ifPresent(day -> rule.add("WKST=" + day));
    var until = read(one, "until", Schedules::date);
    if (until.isPresent()) {
      rule.add("UNTIL=" + until.get().toString().replace("-", ""));
    } else {
      Fields.whole(one, "count").ifPresent(n -> add(rule, "COUNT", n > 0, n));
    }
    return String.join(";", rule);
  }

  private static void add(List<String> rule, String part, boolean worth, int n) {
    if (worth) {
      rule.add(part + "=" + n);
    }
  }

  private static Optional<String> by(JsonNode one, String field) {
    return Fields.text(one, field)
        .map(text -> text.toUpperCase(Locale.ROOT).replace(" ", ""))
        .filter(text -> BY.matcher(text).matches());
  }

  /// HSDS gives a time zone as a number: hours from UTC, which no clock change moves.
  private static ZoneId zone(JsonNode one, ZoneId otherwise) {
    var zone = one.path("timezone");
    var suffix = ZONED.matcher(Fields.text(one, "opens_at").orElse(""));
    try {
      if (suffix.find()) {
        return ZoneOffset.of(suffix.group());
      }
      return zone.isNumber()
          ? ZoneOffset.ofTotalSeconds((int) (zone.asDouble() * 3600))
          : Fields.text(one, "timezone").<ZoneId>map(ZoneId::of).orElse(otherwise);
    } catch (DateTimeException e) {
      return otherwise;
    }
  }

  private static <T> Optional<T> read(
      JsonNode one, String field, Function<String, Optional<T>> reader) {
    return Fields.text(one, field).flatMap(reader);
  }

  static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text.substring(0, Math.min(DATE_LENGTH, text.length()))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// `09:00`, `09:00:00`, `09:00Z`, `09:00+02:00`: a zone in it is that of the schedule.
  private static Optional<LocalTime> time(String text) {
    try {
      return Optional.of(LocalTime.parse(ZONED.matcher(text).replaceFirst("")));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
