package org.havenline.routingconfig.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.havenline.routingconfig.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `opening-hours.txt`: moments and whether a line is open then, for people who read tables.
class OpeningHoursTest {
  private static final HoursYaml TABLE = HoursYaml.sound(file("hours.yaml"));

  static List<String> cases() {
    return file("opening-hours.txt")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  @Test
  void thereAreAtLeastSixtyCases() {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void lineIsOpenAsTheTableSays(String written) {
    var sides = written.split("->", 2);
    var word = sides[0].strip().split(" +", -1);
    var hours = TABLE.in(word[0], word[1]);
    var channel = Channel.valueOf(word[2].toUpperCase(Locale.ROOT));
    var moment = OffsetDateTime.parse(word[3]);
    assertThat(moment.getOffset())
        .as("the case is written by the clock of the line")
        .isEqualTo(hours.zone().getRules().getOffset(moment.toInstant()));

    var openness = hours.at(channel, moment.toInstant());

    assertThat(shown(openness, hours.zone())).isEqualTo(sides[1].strip().replaceAll(" +", " "));
    assertThat(hours.isOpen(channel, moment.toInstant())).isEqualTo(openness.open());
    assertThat(hours.holidayAt(moment.toInstant())).isEqualTo(openness.holiday());
  }

  @Test
  void lineWithoutHoursIsAlwaysOpen() {
    var always = OpeningHours.always(ZoneId.of("Europe/Paris"));
    for (var channel : Channel.values()) {
      assertThat(shown(always.at(channel, Instant.EPOCH), always.zone())).isEqualTo("open");
    }
  }

  private static String shown(Openness openness, ZoneId zone) {
    return Stream.of(
            openness.open() ? "open" : "closed",
            openness
                .until()
                .map(until -> "until " + until.atZone(zone).toOffsetDateTime())
                .orElse(""),
            openness.holiday().map(holiday -> "(" + holiday.id() + ")").orElse(""))
        .filter(part -> !part.isEmpty())
        .reduce((before, after) -> before + " " + after)
        .orElseThrow();
  }

  static String file(String name) {
    try (var in = OpeningHoursTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }
}
