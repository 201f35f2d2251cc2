package org.havenline.channel.twilio.message;

/// How many SMS a text takes: 160 characters of the GSM alphabet or 70 UTF-16 units, 153 or 67 when
/// it goes in parts (3GPP TS 23.038 and 23.040).
///
/// @param gsm whether the GSM 7-bit alphabet is enough; one character outside turns the whole text
///   to UCS-2
/// @param units septets or UTF-16 units
/// @param count SMS; a text without characters still takes one
public record Segments(boolean gsm, int units, int count) {
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
          + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /// Reached by an escape, so each takes two septets.
  private static final String EXTENDED = "\f^{}\\[~]|€";

  public static Segments of(String text) {
    int septets = septets(text);
    return septets >= 0
        ? new Segments(true, septets, count(text, septets, 160, 153, true))
        : new Segments(false, text.length(), count(text, text.length(), 70, 67, false));
  }

  /// -1 when a character is not of the alphabet.
  private static int septets(String text) {
    int septets = 0;
    for (int i = 0; i < text.length(); i++) {
      int width = width(text.charAt(i));
      if (width == 0) {
        return -1;
      }
      septets += width;
    }
    return septets;
  }

  private static int width(char character) {
    return BASIC.indexOf(character) >= 0 ? 1 : EXTENDED.indexOf(character) >= 0 ? 2 : 0;
  }

  /// Parts are filled one by one: neither an escape pair nor a surrogate pair is cut in two.
  private static int count(String text, int units, int single, int part, boolean gsm) {
    if (units <= single) {
      return 1;
    }
    int parts = 1;
    int filled = 0;
    for (int i = 0; i < text.length(); ) {
      int chars = Character.charCount(text.codePointAt(i));
      int width = gsm ? width(text.charAt(i)) : chars;
      if (filled + width > part) {
        parts++;
        filled = 0;
      }
      filled += width;
      i += chars;
    }
    return parts;
  }
}
