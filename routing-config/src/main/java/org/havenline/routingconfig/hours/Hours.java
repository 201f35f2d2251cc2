package org.havenline.routingconfig.hours;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Value;

/// Opening hours as a table has them. Lines in several time zones may share them: each reads them
/// by its own clock.
///
/// @param week of every channel that has none of its own
/// @param calendars ids of the holidays that hold, in the order in which they count
public record Hours(String id, Week week, Map<Channel, Week> channels, List<String> calendars) {

  public Hours {
    channels = Map.copyOf(channels);
  }

  public static Hours read(Fields fields) {
    var channels = new EnumMap<Channel, Week>(Channel.class);
    fields
        .optional("channels")
        .map(Value::entries)
        .orElse(Map.of())
        .forEach((key, week) ->
            key.word(Channel.class).ifPresent(channel -> channels.put(channel, Week.read(week))));
    return new Hours(
        fields.required("id").map(v -> v.declares("hours")).orElse(""),
        fields.required("week").map(Week::read).orElse(Week.ALWAYS),
        channels,
        fields.optional("holidays").map(Value::list).orElse(List.of()).stream()
            .map(v -> v.refersTo("calendar"))
            .toList());
  }

  /// By the clock of a line.
  public OpeningHours in(ZoneId zone, List<HolidayCalendar> all) {
    var weeks = new EnumMap<Channel, Week>(Channel.class);
    for (var channel : Channel.values()) {
      weeks.put(channel, channels.getOrDefault(channel, week));
    }
    var holidays =
        calendars.stream()
            .flatMap(id -> all.stream().filter(calendar -> calendar.id().equals(id)))
            .flatMap(calendar -> calendar.days().stream())
            .toList();
    return new OpeningHours(zone, weeks, holidays);
  }
}
