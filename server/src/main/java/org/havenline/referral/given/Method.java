package org.havenline.referral.given;

import java.util.Locale;

/// How a service wants to be asked, as the directory has it.
///
/// @param to its number or address for this; empty when the directory has none
/// @param notes for staff
public record Method(By by, String to, String notes) {
  /// The way.
  public enum By {
    PHONE,
    EMAIL,
    LINK,
    NOT_SAID;

    /// As stored and in the API.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What is unknown counts as not said.
    public static By parse(String word) {
      return switch (word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "")) {
        case "phone", "telephone" -> PHONE;
        case "email", "mail" -> EMAIL;
        case "link" -> LINK;
        default -> NOT_SAID;
      };
    }
  }
}
