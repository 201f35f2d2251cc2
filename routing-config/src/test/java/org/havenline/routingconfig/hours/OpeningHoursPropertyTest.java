package org.havenline.routingconfig.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.hours.days.DayRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random hours over a random year, minute by minute, against the definition written in `Interval`:
/// from the first minute at which the clock shows the start or later, until the last at which it
/// shows less than the end. The clock is looked at, changes of clocks are never asked for.
class OpeningHoursPropertyTest {
  private static final long SEED = 20_261_124L;

  /// More in a long run: `-Dhours.runs=100`.
  private static final int RUNS = Integer.getInteger("hours.runs", 8);

  private static final int MINUTES = 366 * 24 * 60;

  private static final List<String> ZONES =
      List.of(
          "America/New_York",
          "Europe/Berlin",
          "Australia/Lord_Howe",
          "America/St_Johns",
          "America/Havana",
          "Africa/Casablanca",
          "Asia/Gaza",
          "Pacific/Apia",
          "Pacific/Kiritimati",
          "Antarctica/Troll",
          "America/Caracas",
          "Asia/Pyongyang",
          "-14:00");

  static LongStream seeds() {
    return LongStream.range(SEED, SEED + RUNS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void hoursAgreeWithTheirDefinitionMinuteByMinute(long seed) {
    var random = new SplittableRandom(seed);
    var zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    int year = 2005 + random.nextInt(25);
    var hours = randomHours(zone, random);
    var start = LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    var open = byDefinition(hours, start);
    for (int minute = 0; minute < MINUTES; minute++) {
      var moment = start.plusSeconds(60L * minute);
      if (hours.isOpen(Channel.SMS, moment) != open.get(minute)) {
        throw new AssertionError("%s: isOpen at %s in %s".formatted(seed, moment, hours));
      }
      if (minute % 17 == 0 || (minute > 0 && open.get(minute) != open.get(minute - 1))) {
        assertThat(hours.at(Channel.SMS, moment))
            .as("seed %s at %s in %s", seed, moment, hours)
            .satisfies(openness -> {
              assertThat(openness.open()).isEqualTo(hours.isOpen(Channel.SMS, moment));
              assertThat(openness.holiday()).isEqualTo(hours.holidayAt(moment));
            })
            .matches(openness -> untilIsTheNextChange(openness, open, start, moment));
      }
    }
  }

  private static boolean untilIsTheNextChange(
      Openness openness, BitSet open, Instant start, Instant moment) {
    int minute = (int) ((moment.getEpochSecond() - start.getEpochSecond()) / 60);
    int next = open.get(minute) ? open.nextClearBit(minute) : open.nextSetBit(minute);
    return (next < 0 || next >= MINUTES)
        ? openness
            .until()
            .filter(until -> until.isBefore(start.plusSeconds(60L * MINUTES)))
            .isEmpty()
        : openness.until().equals(Optional.of(start.plusSeconds(60L * next)));
  }

  /// Also some days before and after, whose intervals may reach into the year.
  private static BitSet byDefinition(OpeningHours hours, Instant start) {
    int margin = 4 * 24 * 60;
    var clock = new long[MINUTES + 2 * margin];
    for (int i = 0; i < clock.length; i++) {
      var moment = start.plusSeconds(60L * (i - margin));
      clock[i] = LocalDateTime.ofInstant(moment, hours.zone()).toEpochSecond(ZoneOffset.UTC) / 60;
    }
    var shownSoFar = clock.clone();
    var shownFromNow = clock.clone();
    for (int i = 1; i < clock.length; i++) {
      shownSoFar[i] = Math.max(clock[i], shownSoFar[i - 1]);
      int j = clock.length - 1 - i;
      shownFromNow[j] = Math.min(clock[j], shownFromNow[j + 1]);
    }
    var open = new BitSet();
    for (int minute = 0; minute < MINUTES; minute++) {
      int i = minute + margin;
      open.set(minute, within(hours, clock[i], shownSoFar[i], shownFromNow[i]));
    }
    return open;
  }

  private static boolean within(OpeningHours hours, long clock, long soFar, long fromNow) {
    long today = Math.floorDiv(clock, 1440L);
    return LongStream.rangeClosed(today - 2, today + 1)
        .anyMatch(day ->
            intervals(hours, LocalDate.ofEpochDay(day)).stream()
                .anyMatch(one -> {
                  int opens = one.opens().toSecondOfDay() / 60;
                  int closes = one.closes().toSecondOfDay() / 60;
                  long end = day * 1440 + (closes > opens ? closes : closes + 1440);
                  return soFar >= day * 1440 + opens && fromNow < end;
                }));
  }

  private static List<Interval> intervals(OpeningHours hours, LocalDate date) {
    var week = hours.weeks().getOrDefault(Channel.SMS, Week.ALWAYS);
    for (var holiday : hours.holidays()) {
      if (holiday.rule().on(date)) {
        return holiday.hours().getOrDefault(Channel.SMS, week.onHolidays());
      }
    }
    return week.days().getOrDefault(date.getDayOfWeek(), List.of());
  }

  private static OpeningHours randomHours(ZoneId zone, SplittableRandom random) {
    var days = new EnumMap<java.time.DayOfWeek, List<Interval>>(java.time.DayOfWeek.class);
    for (var day : java.time.DayOfWeek.values()) {
      days.put(day, randomDay(random));
    }
    var week = new Week(days, randomDay(random));
    var holidays =
        IntStream.range(0, 40)
            .mapToObj(i -> {
              var date = LocalDate.of(2028, 1, 1).plusDays(random.nextInt(366));
              Map<Channel, List<Interval>> own =
                  random.nextInt(2) == 0 ? Map.of() : Map.of(Channel.SMS, randomDay(random));
              return new Holiday(
                  "day-" + i,
                  "Day",
                  new DayRule.Yearly(MonthDay.from(date)),
                  own,
                  Optional.empty());
            })
            .toList();
    return new OpeningHours(zone, Map.of(Channel.SMS, week), holidays);
  }

  /// Mostly near the hours at which clocks change.
  private static List<Interval> randomDay(SplittableRandom random) {
    int kind = random.nextInt(8);
    if (kind < 2) {
      return kind == 0 ? List.of() : List.of(Interval.WHOLE_DAY);
    }
    var times =
        IntStream.generate(() -> random.nextInt(random.nextBoolean() ? 16 : 96))
            .distinct()
            .limit(2L * (1 + random.nextInt(3)))
            .sorted()
            .mapToObj(quarter -> LocalTime.MIDNIGHT.plusMinutes(15L * quarter))
            .toList();
    var all = new ArrayList<Interval>();
    int shift = random.nextInt(2);
    for (int i = shift; i < times.size(); i += 2) {
      all.add(new Interval(times.get(i), times.get((i + 1) % times.size())));
    }
    all.sort(Comparator.comparing(Interval::opens));
    return List.copyOf(all);
  }
}
