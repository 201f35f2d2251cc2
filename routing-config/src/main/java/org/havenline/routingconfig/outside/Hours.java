package org.havenline.routingconfig.outside;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Value;

/// The same hours every day, in the time of a zone; they may pass midnight. Outside the house no
/// finer calendar is known well enough to keep.
///
/// @param to the first minute that is no longer in; the same as `from`: the whole day
public record Hours(LocalTime from, LocalTime to, ZoneId timeZone) {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

  /// The whole day, every day.
  public static final Hours ALWAYS =
      new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, ZoneOffset.UTC);

  public boolean contain(Instant moment) {
    var time = moment.atZone(timeZone).toLocalTime();
    boolean started = !time.isBefore(from);
    boolean ended = !time.isBefore(to);
    return from.isBefore(to) ? started && !ended : started || !ended;
  }

  static Hours read(Value value) {
    var fields = value.fields();
    var hours =
        new Hours(
            fields.required("from").map(Hours::clock).orElse(LocalTime.MIDNIGHT),
            fields.required("to").map(Hours::clock).orElse(LocalTime.MIDNIGHT),
            fields.required("time-zone").map(Hours::zone).orElse(ZoneOffset.UTC));
    fields.done();
    return hours;
  }

  static Hours of(Fields fields) {
    return fields.optional("hours").map(Hours::read).orElse(ALWAYS);
  }

  private static LocalTime clock(Value value) {
    try {
      return LocalTime.parse(value.text(), CLOCK);
    } catch (DateTimeException _) {
      value.fault("this is not a time of day", "Write it in quotes, from \"00:00\" to \"23:59\"");
      return LocalTime.MIDNIGHT;
    }
  }

  private static ZoneId zone(Value value) {
    try {
      return ZoneId.of(value.text());
    } catch (DateTimeException _) {
      value.fault("this time zone is not known", "Write it as in the tz database: Europe/Paris");
      return ZoneOffset.UTC;
    }
  }
}
