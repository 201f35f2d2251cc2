package org.havenline.referral.stored;

import java.util.List;

/// What is known of a record without opening it.
///
/// @param revision counts its changes from 1; 0 for none
/// @param digest of its content, keyed: the same for the same content, and tells nothing else
/// @param seen whether its source still had it at the last import
/// @param source the import it belongs to
public record Mark(long revision, String digest, boolean seen, String source) {
  /// Of a record that is not there.
  public static final Mark NONE = new Mark(0, "", true, "");

  private static final int PARTS = 4;

  /// Without the revision, which only the store gives.
  String text() {
    return digest + " " + (seen ? "seen" : "missing") + " " + source;
  }

  static Mark parse(String text) {
    List<String> parts = List.of(text.split(" ", PARTS));
    return new Mark(
        Long.parseLong(parts.get(0)), parts.get(1), parts.get(2).equals("seen"), parts.get(3));
  }
}
