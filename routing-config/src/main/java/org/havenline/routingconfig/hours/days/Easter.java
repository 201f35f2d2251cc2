package org.havenline.routingconfig.hours.days;

import java.time.LocalDate;

/// Easter Sunday, from which many holidays are counted.
public enum Easter {
  /// of the Gregorian calendar: Catholic and Protestant churches
  WESTERN,
  /// of the Julian calendar: Orthodox churches
  ORTHODOX;

  /// As a Gregorian date.
  public LocalDate sunday(int year) {
    return this == WESTERN ? western(year) : orthodox(year);
  }

  /// J. Meeus, Astronomical Algorithms, ch. 8 ("anonymous Gregorian computus").
  private static LocalDate western(int year) {
    int golden = year % 19;
    int century = year / 100;
    int inCentury = year % 100;
    int correction = (century - (century + 8) / 25 + 1) / 3;
    int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
    int late = (golden + 11 * epact + 22 * weekday) / 451;
    int day = epact + weekday - 7 * late + 114;
    return LocalDate.of(year, day / 31, day % 31 + 1);
  }

  /// The same chapter; the date is moved from the Julian to the Gregorian calendar.
  private static LocalDate orthodox(int year) {
    int epact = (19 * (year % 19) + 15) % 30;
    int weekday = (2 * (year % 4) + 4 * (year % 7) - epact + 34) % 7;
    int day = epact + weekday + 114;
    int behind = year / 100 - year / 400 - 2;
    return LocalDate.of(year, day / 31, day % 31 + 1).plusDays(behind);
  }
}
