package org.havenline.simulator.webhook;

import java.util.Map;

/// The country of a number by its calling code: rough, for show and for the webhook's
/// `FromCountry`.
public final class Countries {
  private static final int LONGEST = 4;

  private static final Map<String, String> BY_CODE =
      Map.ofEntries(
          Map.entry("+1", "US"),
          Map.entry("+20", "EG"),
          Map.entry("+27", "ZA"),
          Map.entry("+30", "GR"),
          Map.entry("+31", "NL"),
          Map.entry("+33", "FR"),
          Map.entry("+34", "ES"),
          Map.entry("+39", "IT"),
          Map.entry("+40", "RO"),
          Map.entry("+44", "GB"),
          Map.entry("+46", "SE"),
          Map.entry("+48", "PL"),
          Map.entry("+49", "DE"),
          Map.entry("+52", "MX"),
          Map.entry("+57", "CO"),
          Map.entry("+61", "AU"),
          Map.entry("+63", "PH"),
          Map.entry("+66", "TH"),
          Map.entry("+84", "VN"),
          Map.entry("+90", "TR"),
          Map.entry("+91", "IN"),
          Map.entry("+93", "AF"),
          Map.entry("+212", "MA"),
          Map.entry("+234", "NG"),
          Map.entry("+251", "ET"),
          Map.entry("+353", "IE"),
          Map.entry("+380", "UA"),
          Map.entry("+961", "LB"),
          Map.entry("+963", "SY"),
          Map.entry("+964", "IQ"),
          Map.entry("+977", "NP"));

  private Countries() {}

  /// ISO 3166 code; empty when unknown.
  public static String of(String number) {
    for (int length = Math.min(LONGEST, number.length()); length > 1; length--) {
      var country = BY_CODE.get(number.substring(0, length));
      if (country != null) {
        return country;
      }
    }
    return "";
  }
}
