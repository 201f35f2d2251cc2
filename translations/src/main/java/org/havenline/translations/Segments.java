package org.havenline.translations;

/// How many SMS a text takes: one message of 160 characters in GSM 03.38, of 70 UTF-16 units when a
/// single character lies outside of it; 153 and 67 a part when there are several.
public final class Segments {
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String TWICE = "^{}\\[~]|€";

  private Segments() {}

  public static int of(String text) {
    int septets = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (TWICE.indexOf(c) >= 0) {
        septets += 2;
      } else if (BASIC.indexOf(c) >= 0) {
        septets++;
      } else {
        return parts(text.length(), 70, 67);
      }
    }
    return parts(septets, 160, 153);
  }

  private static int parts(int units, int single, int part) {
    return units <= single ? 1 : Math.ceilDiv(units, part);
  }
}
