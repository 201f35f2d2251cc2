package org.havenline.translations.spoken;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.havenline.translations.arb.Review;

/// One sentence that is heard in calls, nothing left open in it.
///
/// @param name the key of its text, and what stands in its places: `callLanguage-3`
/// @param print of language and text: when either changes, a recording made for it is stale
/// @param review how far the text is
public record Sentence(String locale, String name, String text, String print, Review review) {
  private static final int BYTES = 8;

  static Sentence of(String locale, String name, String text, Review review) {
    return new Sentence(locale, name, text, print(locale, text), review);
  }

  /// One that is about to be said.
  ///
  /// @param locale of the file the text stands in
  public static Sentence of(String locale, String key, String text) {
    return of(locale, key, text, Review.NONE);
  }

  private static String print(String locale, String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest((locale + "\n" + text).getBytes(UTF_8)), 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Of a file of its sound, in the folder `audio`.
  public String file() {
    return locale + "/" + name + "." + print + ".wav";
  }
}
