package org.havenline.routingconfig.shift;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Times;

/// Days on which a responder does not work. The reason is nobody's business and has no key.
///
/// @param until the last day away
public record Absence(String who, LocalDate from, LocalDate until) {

  public static Absence read(Fields fields) {
    var absence =
        new Absence(
            fields.required("who").map(id -> id.refersTo("responder")).orElse(""),
            fields.required("from").map(Times::date).orElse(LocalDate.EPOCH),
            fields.required("until").map(Times::date).orElse(LocalDate.EPOCH));
    if (absence.until().isBefore(absence.from())) {
      fields
          .at()
          .fault("the absence ends before it begins", "'until' is the last day away, not before");
    }
    return absence;
  }

  boolean on(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }

  public Instant begins(ZoneId zone) {
    return WallClock.startOf(from, zone);
  }

  public Instant ends(ZoneId zone) {
    return WallClock.startOf(until.plusDays(1), zone);
  }
}
