package org.havenline.routingconfig.shift;

import java.time.LocalTime;
import java.util.regex.Pattern;
import org.havenline.routingconfig.yaml.Value;

/// Two times of the clock, `22:00-06:00`.
record Hours(LocalTime start, LocalTime end) {
  static final Hours NONE = new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  private static final String TIME = "((?:[01]\\d|2[0-3]):[0-5]\\d)";
  private static final Pattern HOURS = Pattern.compile(TIME + "-(?:" + TIME + "|24:00)");

  static Hours read(Value value) {
    var match = HOURS.matcher(value.text());
    if (!match.matches()) {
      value.fault(
          "these are not hours of a shift",
          "Write begin and end with two digits each: 08:00-16:00, or 22:00-06:00 past midnight");
      return NONE;
    }
    var end = match.group(2);
    return new Hours(
        LocalTime.parse(match.group(1)), end == null ? LocalTime.MIDNIGHT : LocalTime.parse(end));
  }
}
