package org.havenline.channel.voice.prompt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/// A recording that can be played.
///
/// @param id of its sound and the text it was made of, so that what lies under one id never changes
/// @param by who brought it: an id of staff, or [#FILES]
public record Recording(String id, Duration length, String by) {
  /// It lies beside the texts. No id of staff has brackets.
  public static final String FILES = "(files)";

  private static final int BYTES = 16;

  /// @param print of the sentence
  static String id(String print, byte[] wav) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(print.getBytes(US_ASCII));
      return HexFormat.of().formatHex(digest.digest(wav), 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  public static boolean isId(String text) {
    return text.matches("[0-9a-f]{32}");
  }

  /// As it is kept.
  String kept() {
    return id + " " + length.toMillis() + " " + by;
  }

  static Recording parse(String kept) {
    var parts = kept.split(" ", 3);
    return new Recording(parts[0], Duration.ofMillis(Long.parseLong(parts[1])), parts[2]);
  }
}
