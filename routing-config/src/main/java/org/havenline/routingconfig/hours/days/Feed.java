package org.havenline.routingconfig.hours.days;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RecurrenceId;
import net.fortuna.ical4j.transform.recurrence.Frequency;

/// What came of reading a calendar file: the days of its all-day events, or why they cannot be
/// used.
///
/// Only whole days: a time of day in a holiday feed has no certain meaning (closed then, or open
/// until then?), so it is a finding and never guessed.
sealed interface Feed {
  /// At least one day.
  record Days(Set<LocalDate> dates) implements Feed {}

  /// Said of the file, with what to do.
  record Unusable(String fault, String remedy) implements Feed {}

  /// A feed of holidays has a dozen rules; each costs up to 20 ms to unroll over a century.
  int MOST_RECURRING = 50;

  int MOST_DAYS = 5000;

  static Feed read(byte[] bytes) {
    try {
      var calendar = new CalendarBuilder().build(new ByteArrayInputStream(bytes));
      List<VEvent> events = calendar.getComponents(Component.VEVENT);
      return days(events);
    } catch (ParserException broken) {
      return new Unusable(
          "is not readable as iCalendar, at its line " + broken.getLineNo(), "Export it anew");
    } catch (IOException | RuntimeException | StackOverflowError broken) {
      return new Unusable("is not readable as iCalendar", "Export it anew");
    }
  }

  private static Feed days(List<VEvent> events) {
    var replaced = new HashSet<String>();
    int recurring = 0;
    for (var event : events) {
      var start = event.getProperty(Property.DTSTART);
      if (start.isEmpty() || !(((DtStart<?>) start.get()).getDate() instanceof LocalDate)) {
        return new Unusable(
            "has an event with a time of day",
            "Remove it, and give the holiday its own hours in the tables");
      }
      recurring += event.getProperties(Property.RRULE).size();
      if (!event.getProperties(Property.RRULE).stream().allMatch(Feed::seldom)) {
        return new Unusable(
            "has an event every day or more often", "Put closed weeks into the hours of the table");
      }
      event
          .getProperty(Property.RECURRENCE_ID)
          .ifPresent(id -> replaced.add(uid(event) + ((RecurrenceId<?>) id).getDate()));
    }
    if (recurring > MOST_RECURRING) {
      return new Unusable(
          "has more than " + MOST_RECURRING + " recurring events", "Remove some of them");
    }
    var dates = new TreeSet<LocalDate>();
    for (var event : events) {
      unroll(event, replaced, dates);
      if (dates.size() > MOST_DAYS) {
        return new Unusable("has more than " + MOST_DAYS + " days", "Remove some of them");
      }
    }
    return dates.isEmpty()
        ? new Unusable("has no day", "Add an all-day event or remove the holiday")
        : new Days(Set.copyOf(dates));
  }

  private static boolean seldom(Property rule) {
    var frequency = ((RRule<?>) rule).getRecur().getFrequency();
    return frequency == Frequency.YEARLY
        || frequency == Frequency.MONTHLY
        || frequency == Frequency.WEEKLY;
  }

  /// @param replaced single recurrences that another event stands for (RECURRENCE-ID)
  private static void unroll(VEvent event, Set<String> replaced, Set<LocalDate> into) {
    if (event
        .getProperty(Property.STATUS)
        .filter(s -> s.getValue().equals("CANCELLED"))
        .isPresent()) {
      return;
    }
    boolean replacement = event.getProperty(Property.RECURRENCE_ID).isPresent();
    for (var period : event.calculateRecurrenceSet(new Period<>(Feeds.FIRST, Feeds.LAST))) {
      var first = LocalDate.from(period.getStart());
      if (!replacement && replaced.contains(uid(event) + first)) {
        continue;
      }
      // an event without an end lasts one day (RFC 5545, 3.6.1)
      var end = LocalDate.from(period.getEnd());
      for (var day = first; day.equals(first) || day.isBefore(end); day = day.plusDays(1)) {
        if (!day.isBefore(Feeds.FIRST) && !day.isAfter(Feeds.LAST)) {
          into.add(day);
        }
        if (into.size() > MOST_DAYS) {
          return;
        }
      }
    }
  }

  private static String uid(VEvent event) {
    return event.getProperty(Property.UID).map(Property::getValue).orElse("") + " ";
  }
}
