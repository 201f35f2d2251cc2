package org.havenline.routingconfig.roster;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.havenline.routingconfig.oncall.Callee;
import org.havenline.routingconfig.oncall.Rotation;
import org.havenline.routingconfig.shift.Shift;

/// The definition of a roster, as simple and slow as it can be said.
///
/// Everything goes by the furthest the clock has ever shown: a shift is on from when that has come
/// to its begin until it has come to its end. A clock that is put back shows nothing new for a
/// while.
final class PlainRoster {
  private final RandomRoster drawn;
  private final Clock clock;

  /// Who is on shift and on call.
  record Answer(Set<String> onShift, List<Callee> onCall) {}

  PlainRoster(RandomRoster drawn, Instant since) {
    this.drawn = drawn;
    this.clock = new Clock(drawn.zone(), since);
  }

  /// A clock on the wall, and somebody who looks at it every minute.
  static final class Clock {
    private final ZoneId zone;
    private Instant time;
    private LocalDateTime furthest;

    Clock(ZoneId zone, Instant since) {
      this.zone = zone;
      this.time = since;
      this.furthest = LocalDateTime.ofInstant(since, zone);
    }

    void tick() {
      time = time.plus(Duration.ofMinutes(1));
      var shown = LocalDateTime.ofInstant(time, zone);
      furthest = shown.isAfter(furthest) ? shown : furthest;
    }

    Instant time() {
      return time;
    }

    LocalDateTime furthest() {
      return furthest;
    }
  }

  Instant time() {
    return clock.time();
  }

  Instant tick() {
    clock.tick();
    return clock.time();
  }

  Answer answer() {
    var onShift = new LinkedHashSet<String>();
    var today = clock.furthest().toLocalDate();
    for (var shift : drawn.shifts()) {
      for (var day : List.of(today.minusDays(1), today)) {
        var ends = (shift.end().isAfter(shift.start()) ? day : day.plusDays(1)).atTime(shift.end());
        if (begins(shift, day) && reached(day.atTime(shift.start())) && !reached(ends)) {
          onShift.addAll(who(shift, day));
        }
      }
    }
    return new Answer(onShift, onCall());
  }

  private boolean reached(LocalDateTime shown) {
    return !clock.furthest().isBefore(shown);
  }

  private static boolean begins(Shift shift, LocalDate day) {
    if (!shift.days().contains(day.getDayOfWeek())
        || day.isBefore(shift.from().orElseThrow())
        || shift.until().map(day::isAfter).orElse(false)) {
      return false;
    }
    int weeks = 0;
    for (var d = shift.from().orElseThrow(); d.isBefore(day); d = d.plusDays(1)) {
      weeks += d.getDayOfWeek() == DayOfWeek.SUNDAY ? 1 : 0;
    }
    return weeks % shift.everyWeeks() == 0;
  }

  private List<String> who(Shift shift, LocalDate day) {
    var who = new ArrayList<>(shift.who());
    for (var swap : drawn.swaps()) {
      if (swap.shift().equals(shift.id()) && swap.date().equals(day) && who.remove(swap.out())) {
        who.add(swap.in());
      }
    }
    who.removeIf(one -> away(one, day));
    if (who.isEmpty() && shift.fallback().isPresent()) {
      who.addAll(drawn.group());
      who.removeIf(one -> away(one, day));
    }
    return who;
  }

  private boolean away(String one, LocalDate day) {
    return drawn.absences().stream()
        .anyMatch(absence ->
            absence.who().equals(one)
                && !day.isBefore(absence.from())
                && !day.isAfter(absence.until()));
  }

  private List<Callee> onCall() {
    var rotation = drawn.rotation();
    for (var standIn : rotation.standIns()) {
      if (reached(standIn.from()) && !reached(standIn.until()) && there(standIn.who())) {
        return List.of(standIn.who());
      }
    }
    int turn = -1;
    int days = rotation.handOver() == Rotation.HandOver.DAILY ? 1 : 7;
    for (var day = rotation.from(); reached(day.atTime(rotation.at())); day = day.plusDays(days)) {
      turn++;
    }
    for (int i = 0; turn >= 0 && i < rotation.people().size(); i++) {
      var next = rotation.people().get((turn + i) % rotation.people().size());
      if (there(next)) {
        return List.of(next);
      }
    }
    return List.of();
  }

  private boolean there(Callee one) {
    return !(one instanceof Callee.Person(var id)) || !away(id, clock.furthest().toLocalDate());
  }
}
