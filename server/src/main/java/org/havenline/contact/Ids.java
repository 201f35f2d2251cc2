package org.havenline.contact;

import java.util.regex.Pattern;

/// What an id may look like: it becomes part of Redis keys and of addresses of the API.
final class Ids {
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  private Ids() {}

  static void require(String value, String what) {
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException(what + " must be 1 to 64 of A-Z a-z 0-9 _ . -");
    }
  }
}
