package org.havenline.routingconfig.shift;

import java.time.LocalDate;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Times;
import org.havenline.routingconfig.yaml.Value;

/// One works a shift on one day in place of another.
///
/// @param date on which that shift begins
/// @param out responder who would work it
/// @param in responder who does
public record Swap(String shift, LocalDate date, String out, String in) {

  public static Swap read(Fields fields) {
    return new Swap(
        named(fields, "shift", "shift"),
        fields.required("date").map(Times::date).orElse(LocalDate.EPOCH),
        named(fields, "out", "responder"),
        named(fields, "in", "responder"));
  }

  private static String named(Fields fields, String key, String kind) {
    return fields.required(key).map((Value id) -> id.refersTo(kind)).orElse("");
  }

  boolean of(Shift one, LocalDate day) {
    return shift.equals(one.id()) && date.equals(day);
  }
}
