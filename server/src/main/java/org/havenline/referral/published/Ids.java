package org.havenline.referral.published;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import java.util.regex.Pattern;

/// HSDS wants every id to be a UUID; directories number as they like.
final class Ids {
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Ids() {}

  /// The id itself, or else always the same one made of it.
  static String of(String id) {
    return UUID_TEXT.matcher(id).matches()
        ? id
        : UUID.nameUUIDFromBytes(id.getBytes(UTF_8)).toString();
  }
}
