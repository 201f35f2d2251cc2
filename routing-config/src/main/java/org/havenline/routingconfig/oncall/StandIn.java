package org.havenline.routingconfig.oncall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.havenline.routingconfig.shift.WallClock;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Times;

/// Somebody who is on call for a time in place of whoever's turn it is, by the rotation's clock.
///
/// @param until when the rotation goes on
public record StandIn(LocalDateTime from, LocalDateTime until, Callee who) {

  static StandIn read(Fields fields) {
    var standIn =
        new StandIn(
            time(fields, "from"),
            time(fields, "until"),
            fields.required("who").map(Callee::read).orElse(new Callee.Person("")));
    if (!standIn.from().isBefore(standIn.until())) {
      fields.at().fault("the stand-in ends before it begins", "'until' is later than 'from'");
    }
    return standIn;
  }

  private static LocalDateTime time(Fields fields, String key) {
    return fields.required(key).map(Times::dateTime).orElse(LocalDate.EPOCH.atStartOfDay());
  }

  public Instant begins(ZoneId zone) {
    return WallClock.first(from, zone);
  }

  public Instant ends(ZoneId zone) {
    return WallClock.first(until, zone);
  }

  boolean covers(Instant now, ZoneId zone) {
    return !now.isBefore(begins(zone)) && now.isBefore(ends(zone));
  }
}
