package org.havenline.simulator.account;

/// Into how many parts a text is cut on the air (3GPP TS 23.038 and 23.040): 160 septets of the GSM
/// alphabet or 70 UTF-16 units alone, 153 or 67 in each part of several.
public final class Segments {
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENSION = "\f^{}\\[~]|€";

  private Segments() {}

  /// At least 1.
  public static int of(String text) {
    if (text.chars().allMatch(c -> isBasic(c) || isExtension(c))) {
      return gsm(text);
    }
    return text.length() <= 70 ? 1 : ucs2(text);
  }

  /// An extension sign is two septets and is never cut in the middle.
  private static int gsm(String text) {
    int septets = text.chars().map(Segments::septets).sum();
    if (septets <= 160) {
      return 1;
    }
    int parts = 1;
    int used = 0;
    for (int i = 0; i < text.length(); i++) {
      int width = septets(text.charAt(i));
      if (used + width > 153) {
        parts++;
        used = 0;
      }
      used += width;
    }
    return parts;
  }

  /// A surrogate pair is never cut in the middle.
  private static int ucs2(String text) {
    int parts = 1;
    int used = 0;
    for (int i = 0; i < text.length(); ) {
      int width = Character.charCount(text.codePointAt(i));
      if (used + width > 67) {
        parts++;
        used = 0;
      }
      used += width;
      i += width;
    }
    return parts;
  }

  private static int septets(int c) {
    return isExtension(c) ? 2 : 1;
  }

  private static boolean isBasic(int c) {
    return BASIC.indexOf(c) >= 0;
  }

  private static boolean isExtension(int c) {
    return EXTENSION.indexOf(c) >= 0;
  }
}
