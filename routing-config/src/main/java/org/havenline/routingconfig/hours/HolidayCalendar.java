package org.havenline.routingconfig.hours;

import java.util.List;
import org.havenline.routingconfig.hours.days.DayReader;
import org.havenline.routingconfig.yaml.Fields;

/// Holidays that several lines may share. On a day with more than one the first counts.
public record HolidayCalendar(String id, List<Holiday> days) {
  public static HolidayCalendar read(Fields fields, DayReader reader) {
    var id = fields.required("id").map(v -> v.declares("calendar")).orElse("");
    return new HolidayCalendar(id, fields.each("days", day -> Holiday.read(day, id, reader)));
  }
}
