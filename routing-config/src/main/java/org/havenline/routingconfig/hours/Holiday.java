package org.havenline.routingconfig.hours;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.hours.days.DayReader;
import org.havenline.routingconfig.hours.days.DayRule;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Value;

/// A day, or half a day, unlike the others of its week.
///
/// @param id what conditions call it
/// @param name as staff read it
/// @param hours own ones, per channel, instead of any others; a channel left out has those of the
///   week's `holidays`
/// @param text key of what `tell: closed` says on this day
public record Holiday(
    String id,
    String name,
    DayRule rule,
    Map<Channel, List<Interval>> hours,
    Optional<String> text) {

  public Holiday {
    hours = Map.copyOf(hours);
  }

  static Holiday read(Fields fields, String calendar, DayReader days) {
    return new Holiday(
        fields.required("id").map(v -> v.declares("holiday of " + calendar)).orElse(""),
        fields.text("name"),
        days.read(fields),
        fields.optional("hours").map(Holiday::hours).orElse(Map.of()),
        fields.optional("text").map(v -> v.refersTo("text")));
  }

  private static Map<Channel, List<Interval>> hours(Value value) {
    var all = new EnumMap<Channel, List<Interval>>(Channel.class);
    if (value.isTable()) {
      value
          .entries()
          .forEach((key, hours) ->
              key.word(Channel.class).ifPresent(channel -> all.put(channel, Interval.read(hours))));
    } else {
      var everywhere = Interval.read(value);
      List.of(Channel.values()).forEach(channel -> all.put(channel, everywhere));
    }
    return all;
  }
}
