package org.havenline.routingconfig.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.havenline.routingconfig.hours.days.DayReader;
import org.havenline.routingconfig.hours.days.Feeds;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Ledger;
import org.havenline.routingconfig.yaml.YamlFile;

/// Hours and holidays read from the text of a table, for tests of this room.
record HoursYaml(List<Hours> hours, List<HolidayCalendar> holidays) {
  static HoursYaml sound(String yaml) {
    var ledger = new Ledger();
    ledger.know("text", Set.of("closed", "closedHolidays"));
    var top = YamlFile.read("hours.yaml", yaml.getBytes(StandardCharsets.UTF_8), ledger);
    var days = new DayReader(new Feeds(_ -> Optional.empty()), LocalDate.MIN);
    var holidays =
        Fields.each(
            top.orElseThrow().required("holidays").orElseThrow(),
            one -> HolidayCalendar.read(one, days));
    var hours = Fields.each(top.get().required("hours").orElseThrow(), Hours::read);
    assertThat(ledger.close()).isEmpty();
    return new HoursYaml(hours, holidays);
  }

  OpeningHours in(String id, String zone) {
    return hours.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow()
        .in(ZoneId.of(zone), holidays);
  }
}
