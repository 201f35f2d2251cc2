package org.havenline.routingconfig.shift;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/// What a time of the clock means on days when the clock is changed: the first moment at which the
/// clock shows that time or a later one.
///
/// So a time that is skipped means the moment of the skip, and a time that comes twice means the
/// first. This never puts a later time before an earlier one: shifts that meet on the clock meet in
/// truth, without a gap and without an overlap. (`ZonedDateTime` would move 02:30 to 03:30 and so
/// past a shift that begins at 03:00.)
public final class WallClock {
  private WallClock() {}

  public static Instant first(LocalDateTime shown, ZoneId zone) {
    var rules = zone.getRules();
    var change = rules.getTransition(shown);
    return change != null && change.isGap()
        ? change.getInstant()
        : shown.toInstant(rules.getValidOffsets(shown).getFirst());
  }

  public static Instant startOf(LocalDate day, ZoneId zone) {
    return first(day.atStartOfDay(), zone);
  }
}
