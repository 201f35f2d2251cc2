package org.havenline.contact.journal;

/// By which tables something was decided: the version, and under which state of the house's
/// switches. It is written beside every decision, so that one made by a mix can be seen.
///
/// @param stamp rises with every publishing, going back and switch
/// @param version of the tables, 0 before the first
public record Ruling(long stamp, long version) {
  /// Before anything was ever published.
  public static final Ruling NONE = new Ruling(0, 0);
}
