package org.havenline.simulator.voice.network;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Dates as Twilio writes them: RFC 2822 with a two-digit day, always UTC.
public final class Dates {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss +0000", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Dates() {}

  public static String of(Instant instant) {
    return FORMAT.format(instant);
  }
}
