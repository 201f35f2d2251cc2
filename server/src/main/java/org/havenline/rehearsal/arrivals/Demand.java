package org.havenline.rehearsal.arrivals;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Value;

/// How many come and when, made up: a number a week, spread over its days and hours.
///
/// @param aWeek how many come in a week, on average
/// @param days weight of each day of the week
/// @param hours weights of the 24 hours of a day
public record Demand(
    double aWeek, Map<DayOfWeek, Double> days, List<Double> hours, Mix mix, List<Surge> surges) {
  private static final int MOST_SURGES = 20;
  private static final List<Double> ALIKE = Collections.nCopies(24, 1.0);

  public Demand {
    days = Map.copyOf(days);
    hours = List.copyOf(hours);
    surges = List.copyOf(surges);
  }

  /// How many come in the hour that begins at a time of the line's clock, on average.
  double inHour(LocalDateTime time) {
    double ofDay = days.getOrDefault(time.getDayOfWeek(), 0.0) / sum(days.values());
    return aWeek * ofDay * hours.get(time.getHour()) / sum(hours);
  }

  private static double sum(Collection<Double> all) {
    return all.stream().mapToDouble(Double::doubleValue).sum();
  }

  public static Demand read(Fields fields) {
    var channels =
        weights(fields, "channels", v -> v.word(Channel.class), Map.of(Channel.SMS, 1.0));
    var risks =
        weights(fields, "risks", v -> v.word(RiskLevel.class), Map.of(RiskLevel.STANDARD, 1.0));
    var mix =
        new Mix(
            Weighted.of(channels),
            Weighted.of(
                weights(
                    fields, "languages", v -> Optional.of(Figures.language(v)), Map.of("en", 1.0))),
            Weighted.of(risks),
            Weighted.of(weights(fields, "countries", v -> Optional.of(v.text()), Map.of("", 1.0))),
            fields.optional("minors").map(Figures::percent).orElse(0.0),
            fields.optional("wish-woman").map(Figures::percent).orElse(0.0),
            fields.optional("wish-man").map(Figures::percent).orElse(0.0),
            Weighted.of(
                weights(fields, "sub-lines", v -> Optional.of(subLine(v)), Map.of("", 1.0))));
    return new Demand(
        fields.required("a-week").map(v -> Figures.decimal(v, 1, 1_000_000)).orElse(1.0),
        weights(fields, "days", Demand::day, alike()),
        fields.optional("hours").map(Demand::hours).orElse(ALIKE),
        mix,
        fields.optional("surges").map(Demand::surges).orElse(List.of()));
  }

  /// `none` for numbers that stand for none.
  private static String subLine(Value value) {
    var id = value.id();
    return id.equals("none") ? "" : id;
  }

  private static List<Surge> surges(Value value) {
    var all = Fields.each(value, Surge::read);
    if (all.size() > MOST_SURGES) {
      value.fault("more than " + MOST_SURGES + " surges", "Join some of them");
      return List.of();
    }
    return all;
  }

  private static Map<DayOfWeek, Double> alike() {
    var all = new LinkedHashMap<DayOfWeek, Double>();
    Arrays.stream(DayOfWeek.values()).forEach(day -> all.put(day, 1.0));
    return all;
  }

  /// The first three letters of its name.
  public static Optional<DayOfWeek> day(Value value) {
    var text = value.text();
    var found =
        Arrays.stream(DayOfWeek.values())
            .filter(day -> day.name().substring(0, 3).equalsIgnoreCase(text))
            .findFirst();
    if (found.isEmpty() && !text.isEmpty()) {
      value.fault("this is not a day of the week", "Write mon, tue, wed, thu, fri, sat or sun");
    }
    return found;
  }

  private static List<Double> hours(Value value) {
    var all = value.list().stream().map(v -> Figures.decimal(v, 0, 1_000_000)).toList();
    if (all.size() != 24 || sum(all) == 0) {
      value.fault("there are " + all.size() + " hours", "Give 24 weights, from midnight on");
      return ALIKE;
    }
    return all;
  }

  private static <T> Map<T, Double> weights(
      Fields fields, String key, Function<Value, Optional<T>> read, Map<T, Double> otherwise) {
    var value = fields.optional(key);
    if (value.isEmpty()) {
      return otherwise;
    }
    var all = new LinkedHashMap<T, Double>();
    value
        .get()
        .entries()
        .forEach((name, weight) -> {
          double heavy = Figures.decimal(weight, 0, 1_000_000);
          read.apply(name).ifPresent(known -> all.put(known, heavy));
        });
    if (sum(all.values()) == 0) {
      value.get().fault("'" + key + "' weighs nothing", "Give at least one a weight above 0");
      return otherwise;
    }
    return all;
  }
}
