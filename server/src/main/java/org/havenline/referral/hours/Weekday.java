package org.havenline.referral.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// One part of BYDAY: `MO`, or with a number `2TU` (the second Tuesday) and `-1FR` (the last
/// Friday) of a month or year.
///
/// @param nth -53 to 53; 0 for every one
record Weekday(int nth, DayOfWeek day) {
  private static final List<String> NAMES = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  private static final Pattern FORM = Pattern.compile("([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)");

  static Weekday read(String text) {
    var form = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!form.matches()) {
      throw new IllegalArgumentException("'" + text + "' is not a day such as MO or 2TU");
    }
    String number = form.group(1);
    int nth = number == null ? 0 : Integer.parseInt(number);
    if (Math.abs(nth) > 53 || (number != null && nth == 0)) {
      throw new IllegalArgumentException("no month or year has a day '" + text + "'");
    }
    return new Weekday(nth, DayOfWeek.of(NAMES.indexOf(form.group(2)) + 1));
  }

  boolean inMonth(LocalDate date) {
    return is(date, date.getDayOfMonth(), YearMonth.from(date).lengthOfMonth());
  }

  boolean inYear(LocalDate date) {
    return is(date, date.getDayOfYear(), date.lengthOfYear());
  }

  private boolean is(LocalDate date, int at, int length) {
    if (date.getDayOfWeek() != day) {
      return false;
    }
    int fromStart = (at - 1) / 7 + 1;
    int fromEnd = (length - at) / 7 + 1;
    return nth == 0 || nth == fromStart || -nth == fromEnd;
  }
}
