package org.havenline.routingconfig.roster;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.havenline.routingconfig.oncall.Callee;
import org.havenline.routingconfig.oncall.OnCall;
import org.havenline.routingconfig.oncall.Rotation;
import org.havenline.routingconfig.oncall.StandIn;
import org.havenline.routingconfig.shift.Absence;
import org.havenline.routingconfig.shift.Absences;
import org.havenline.routingconfig.shift.Attendance;
import org.havenline.routingconfig.shift.Group;
import org.havenline.routingconfig.shift.Shift;
import org.havenline.routingconfig.shift.Swap;
import org.havenline.routingconfig.yaml.Places;

/// A roster of one zone drawn at random, near a day on which that zone's clock is changed.
record RandomRoster(
    ZoneId zone,
    Instant around,
    List<Shift> shifts,
    List<String> group,
    List<Swap> swaps,
    List<Absence> absences,
    Rotation rotation) {
  private static final List<String> PEOPLE = List.of("ana", "ben", "cleo", "dora");
  private static final List<String> ZONES =
      List.of(
          "Europe/Paris",
          "America/New_York",
          "Australia/Lord_Howe",
          "America/Havana",
          "Africa/Cairo",
          "Asia/Beirut",
          "America/Santiago",
          "Pacific/Apia",
          "America/St_Johns",
          "Atlantic/Azores",
          "Asia/Kathmandu",
          "Pacific/Kiritimati");

  static RandomRoster draw(SplittableRandom random) {
    var zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    var around = around(zone, random);
    var day = around.atZone(zone).toLocalDate();
    var shifts =
        IntStream.range(0, 1 + random.nextInt(4))
            .mapToObj(i -> shift("s" + i, zone, day, random))
            .toList();
    return new RandomRoster(
        zone,
        around,
        shifts,
        List.of(one(random), one(random)).stream().distinct().toList(),
        several(4, random, () -> swap(shifts, day, random)),
        several(4, random, () -> absence(day, random)),
        rotation(zone, day, random));
  }

  Roster roster() {
    return new Roster(
        shifts,
        Attendance.of(List.of(new Group("reserve", group)), swaps, Absences.of(absences)),
        List.of(new OnCall("duty", List.of(), Optional.of(rotation))),
        Map.of(),
        new Places(Map.of()));
  }

  /// A change of the clock since 2005, or any time where there is none.
  private static Instant around(ZoneId zone, SplittableRandom random) {
    var since = Instant.parse("2005-01-01T00:00:00Z").plusSeconds(random.nextLong(630_000_000L));
    var change = zone.getRules().nextTransition(since);
    return change == null
        ? since.truncatedTo(java.time.temporal.ChronoUnit.MINUTES)
        : change.getInstant();
  }

  private static Shift shift(String id, ZoneId zone, LocalDate day, SplittableRandom random) {
    return new Shift(
        id,
        id,
        Stream.of(DayOfWeek.values())
            .filter(_ -> random.nextInt(4) > 0)
            .collect(Collectors.toUnmodifiableSet()),
        time(random),
        time(random),
        zone,
        Optional.of(day.minusDays(random.nextInt(40))),
        random.nextBoolean() ? Optional.of(day.plusDays(random.nextInt(4))) : Optional.empty(),
        1 + random.nextInt(3),
        Stream.of(one(random), one(random)).distinct().toList(),
        random.nextBoolean() ? Optional.of("reserve") : Optional.empty());
  }

  /// Often within the hours at which clocks are changed.
  private static LocalTime time(SplittableRandom random) {
    return random.nextBoolean()
        ? LocalTime.of(random.nextInt(4), random.nextInt(60))
        : LocalTime.of(random.nextInt(24), random.nextInt(2) * 30);
  }

  private static Swap swap(List<Shift> shifts, LocalDate day, SplittableRandom random) {
    return new Swap(
        "s" + random.nextInt(shifts.size()),
        day.plusDays(random.nextInt(5) - 2L),
        one(random),
        one(random));
  }

  private static Absence absence(LocalDate day, SplittableRandom random) {
    var from = day.plusDays(random.nextInt(6) - 3L);
    return new Absence(one(random), from, from.plusDays(random.nextInt(3)));
  }

  private static Rotation rotation(ZoneId zone, LocalDate day, SplittableRandom random) {
    return new Rotation(
        random.nextBoolean() ? Rotation.HandOver.DAILY : Rotation.HandOver.WEEKLY,
        time(random),
        zone,
        day.minusDays(random.nextInt(20) - 1L),
        IntStream.range(0, 1 + random.nextInt(3)).mapToObj(_ -> callee(random)).toList(),
        several(
            2,
            random,
            () -> {
              var from = day.plusDays(random.nextInt(4) - 2L).atTime(time(random));
              return new StandIn(from, from.plusMinutes(1 + random.nextInt(2000)), callee(random));
            }));
  }

  private static Callee callee(SplittableRandom random) {
    return random.nextInt(5) == 0
        ? new Callee.Phone("+" + random.nextInt(9))
        : new Callee.Person(one(random));
  }

  private static String one(SplittableRandom random) {
    return PEOPLE.get(random.nextInt(PEOPLE.size()));
  }

  private static <T> List<T> several(int most, SplittableRandom random, Supplier<T> draw) {
    var all = new ArrayList<T>();
    for (int many = random.nextInt(most + 1); many > 0; many--) {
      all.add(draw.get());
    }
    return all;
  }
}
