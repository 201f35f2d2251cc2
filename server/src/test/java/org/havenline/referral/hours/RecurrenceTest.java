package org.havenline.referral.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Beside ical4j, which walks from the first day on where we judge each day by itself.
class RecurrenceTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final int DAYS = 366 * 4;
  private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

  @Test
  void namesTheDaysThatICal4jNames() {
    long seed = Long.getLong("seed", new Random().nextLong());
    int rules = Integer.getInteger("rules", 1_500);
    System.out.printf("seed %d, %d rules over %d days%n", seed, rules, DAYS);
    var random = new Random(seed);
    for (int at = 0; at < rules; at++) {
      String rule = rule(random);
      LocalDate first = FIRST.plusDays(random.nextInt(366));

      assertThat(difference(days(rule, first), ical4j(rule, first)))
          .as("%s from %s", rule, first)
          .isEmpty();
    }
  }

  /// The comparison sees a fault: with weeks that begin on another day, fortnightly rules differ.
  @Test
  void comparisonSeesARuleReadWrongly() {
    String rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO";

    assertThat(days(rule + ";WKST=SU", FIRST.plusDays(6)))
        .isNotEqualTo(ical4j(rule + ";WKST=MO", FIRST.plusDays(6)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "FREQ=",
        "FREQ=HOURLY",
        "BYDAY=MO",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=0MO",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;INTERVAL=-1",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=WEEKLY;UNTIL=soon",
        "FREQ=WEEKLY;UNTIL=20261399",
        "FREQ=WEEKLY;COUNT=x",
        "FREQ=WEEKLY;BYDAY=MO,,TU",
        "FREQ=WEEKLY;RANDOM=1",
        "mondays"
      })
  void whatIsNotUnderstoodIsRefusedWithASentence(String text) {
    assertThatThrownBy(() -> RecurrenceText.read(text))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(".{10,}");
  }

  private static String rule(Random random) {
    List<String> parts = new ArrayList<>();
    if (random.nextBoolean()) {
      parts.add("FREQ=WEEKLY");
      parts.add("BYDAY=" + some(random, WEEKDAYS, 3));
    } else {
      parts.add("FREQ=MONTHLY");
      if (random.nextBoolean()) {
        parts.add("BYDAY=" + some(random, numbered(random), 3));
      } else {
        List<String> days =
            IntStream.rangeClosed(-31, 31).filter(n -> n != 0).mapToObj(String::valueOf).toList();
        parts.add("BYMONTHDAY=" + some(random, days, 3));
      }
    }
    if (random.nextInt(3) == 0) {
      parts.add("INTERVAL=" + (1 + random.nextInt(4)));
    }
    if (random.nextInt(4) == 0) {
      parts.add(
          random.nextBoolean()
              ? "COUNT=" + (1 + random.nextInt(60))
              : "UNTIL=" + FIRST.plusDays(random.nextInt(DAYS)).toString().replace("-", ""));
    }
    // always said: ical4j takes the week of the machine's country where RFC 5545 takes Monday
    parts.add("WKST=" + (random.nextBoolean() ? "MO" : WEEKDAYS.get(random.nextInt(7))));
    return String.join(";", parts);
  }

  private static List<String> numbered(Random random) {
    int from = random.nextInt(11) - 5;
    return WEEKDAYS.stream().map(day -> (from == 0 ? "" : from) + day).toList();
  }

  private static String some(Random random, List<String> of, int most) {
    Set<String> chosen = new HashSet<>();
    for (int left = 1 + random.nextInt(most); left > 0; left--) {
      chosen.add(of.get(random.nextInt(of.size())));
    }
    return chosen.stream().sorted().collect(Collectors.joining(","));
  }

  private static Set<LocalDate> days(String rule, LocalDate first) {
    var schedule = Written.schedules(rule + " from=" + first, ZoneOffset.UTC).getFirst();
    ScheduleDays days = Optional.of(schedule).flatMap(ScheduleDays::read).orElseThrow();
    return first.datesUntil(FIRST.plusDays(DAYS)).filter(days::on).collect(Collectors.toSet());
  }

  /// The first days that only one of them names.
  private static List<String> difference(Set<LocalDate> ours, Set<LocalDate> theirs) {
    return Stream.concat(
            ours.stream().filter(day -> !theirs.contains(day)).map(day -> day + " only ours"),
            theirs.stream().filter(day -> !ours.contains(day)).map(day -> day + " only theirs"))
        .sorted()
        .limit(5)
        .toList();
  }

  private static Set<LocalDate> ical4j(String rule, LocalDate first) {
    return new HashSet<>(
        new Recur<LocalDate>(rule).getDates(first, first, FIRST.plusDays(DAYS - 1)));
  }
}
