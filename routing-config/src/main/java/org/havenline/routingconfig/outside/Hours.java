package org.havenline.routingconfig.outside;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Times;
import org.havenline.routingconfig.yaml.Value;

/// The same hours every day, in the time of a zone; they may pass midnight. Outside the house no
/// finer calendar is known well enough to keep.
///
/// @param to the first minute that is no longer in; the same as `from`: the whole day
public record Hours(LocalTime from, LocalTime to, ZoneId timeZone) {
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
            fields.required("from").map(Times::time).orElse(LocalTime.MIDNIGHT),
            fields.required("to").map(Times::time).orElse(LocalTime.MIDNIGHT),
            fields.required("time-zone").map(Times::zone).orElse(ZoneOffset.UTC));
    fields.done();
    return hours;
  }

  static Hours of(Fields fields) {
    return fields.optional("hours").map(Hours::read).orElse(ALWAYS);
  }
}
