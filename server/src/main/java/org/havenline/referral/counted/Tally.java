package org.havenline.referral.counted;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.havenline.referral.directory.ServiceKind;

/// What one referral adds to the counters of a month. Holds no id, no time but the month.
///
/// @param counters one each
public record Tally(YearMonth month, List<String> counters) {
  static final String FOUND = "found";
  static final String UNMET = "unmet";

  public Tally {
    counters = List.copyOf(counters);
  }

  /// A referral was made.
  public static Tally of(Instant now, About about) {
    return new Tally(month(now), Table.counters(about));
  }

  /// It is known whether what was asked for was to be had.
  public static Tally of(Instant now, List<ServiceKind> needs, boolean unmet) {
    return new Tally(
        month(now), needs.stream().distinct().map(need -> counter(need.code(), unmet)).toList());
  }

  static String counter(String kind, boolean unmet) {
    return Table.NEED.counter(kind + " " + (unmet ? UNMET : FOUND));
  }

  /// Both, in the month of this one.
  public Tally and(Tally other) {
    var both = new ArrayList<>(counters);
    both.addAll(other.counters());
    return new Tally(month, both);
  }

  static YearMonth month(Instant now) {
    return YearMonth.from(now.atOffset(ZoneOffset.UTC));
  }

  byte[] bytes() {
    return (month + "\n" + String.join("\n", counters)).getBytes(UTF_8);
  }

  static Tally parse(byte[] bytes) {
    var lines = Arrays.asList(new String(bytes, UTF_8).split("\n", -1));
    return new Tally(
        YearMonth.parse(lines.getFirst()),
        lines.stream().skip(1).filter(line -> !line.isEmpty()).toList());
  }
}
