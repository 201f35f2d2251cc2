package org.havenline.console.page;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256, for entity tags and for the page's content security policy.
final class Digest {
  private Digest() {}

  static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
