package org.havenline.rehearsal.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.havenline.contact.ResponderId;
import org.havenline.rehearsal.arrivals.Arrival;
import org.havenline.rehearsal.scenario.Shift.Window;

/// What is rehearsed.
///
/// @param line as named in the tables
/// @param zone the line's
/// @param arrivals in order of time, all within the days
/// @param handling from taking a contact until being free of it, notes included
/// @param patience after which a person who was not answered gives up
/// @param within an answer in this time is a good one
/// @param seed of all that came by chance
public record Scenario(
    String line,
    LocalDate from,
    int days,
    ZoneId zone,
    List<Arrival> arrivals,
    Staffing staffing,
    Lengths handling,
    Lengths patience,
    Duration within,
    long seed) {

  public Scenario {
    arrivals = List.copyOf(arrivals);
  }

  public Instant begin() {
    return from.atStartOfDay(zone).toInstant();
  }

  public Instant end() {
    return last().plusDays(1).atStartOfDay(zone).toInstant();
  }

  public LocalDate last() {
    return from.plusDays(days - 1L);
  }

  /// When somebody is on duty, in order and not overlapping, until a day after the end: who came
  /// last is still served.
  public List<Window> onDuty(ResponderId who) {
    if (staffing.shifts().isEmpty()) {
      return List.of(new Window(begin(), end().plus(Length.MOST)));
    }
    var joined = new ArrayList<Window>();
    staffing.shifts().stream()
        .filter(shift -> shift.who().contains(who))
        .flatMap(shift -> shift.windows(from, last().plusDays(1), zone).stream())
        .sorted(Comparator.comparing(Window::from))
        .forEach(next -> {
          if (joined.isEmpty() || joined.getLast().until().isBefore(next.from())) {
            joined.add(next);
          } else if (next.until().isAfter(joined.getLast().until())) {
            joined.set(joined.size() - 1, new Window(joined.getLast().from(), next.until()));
          }
        });
    return List.copyOf(joined);
  }
}
