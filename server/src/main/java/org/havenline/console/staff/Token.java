package org.havenline.console.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// A secret of 256 random bits that its holder shows; the server keeps only its SHA-256.
///
/// @param text 43 letters, digits, `-` and `_`
record Token(String text) {
  private static final int BYTES = 32;

  static Token random(RandomGenerator random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /// What may be stored. A fast hash is right here: 256 bits cannot be guessed.
  String hash() {
    return sha256(text);
  }

  static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "Token[…]";
  }
}
