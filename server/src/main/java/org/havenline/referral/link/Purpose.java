package org.havenline.referral.link;

/// What a link is for: `capacity:<service id>`, `referral:<id>`.
///
/// @param kind in one word, without a colon
/// @param id whatever the kind names by it
public record Purpose(String kind, String id) {
  public Purpose {
    if (kind.isEmpty() || kind.contains(":") || id.isEmpty()) {
      throw new IllegalArgumentException("a purpose is one word and an id");
    }
  }

  String text() {
    return kind + ":" + id;
  }

  static Purpose parse(String text) {
    int colon = text.indexOf(':');
    return new Purpose(text.substring(0, colon), text.substring(colon + 1));
  }
}
