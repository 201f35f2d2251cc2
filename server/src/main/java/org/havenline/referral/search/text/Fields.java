package org.havenline.referral.search.text;

/// The names of the fields of the index.
public final class Fields {
  /// Fields of text exist once for each language that has words of its own: `text.de`.
  public static final String NAME = "name.";

  /// What it does, in its own words.
  public static final String ABOUT = "about.";

  /// All of a service's text.
  public static final String TEXT = "text.";

  /// Where a language would stand, for words as any script has them.
  public static final String ANY = "any";

  public static final String TERMS = "terms." + ANY;
  public static final String ORGANIZATION = "organization." + ANY;

  /// All text of languages that need it, in parts of four letters.
  public static final String PARTS = "parts";

  public static final String EXACT_ORGANIZATION = "exact.organization";
  public static final String EXACT_NAME = "exact.name";
  public static final String EXACT_TERM = "exact.term";

  public static final String ID = "id";
  public static final String SERVICE = "service";
  public static final String KIND = "kind";
  public static final String STATUS = "status";
  public static final String VETTING = "vetting";
  public static final String REFUSES = "refuses";
  public static final String PLACE = "place";

  /// A place, or the centre of a confidential area.
  public static final String POINT = "point";

  /// Of confidential areas, kilometres, rounded up.
  public static final String RADIUS = "radius";

  /// Of a public address, to begin a search from.
  public static final String TOWN = "town";

  /// The same as [#POINT], to be read for one service.
  public static final String SPOT = "spot";

  public static final String SPOKEN = "spoken";
  public static final String SCHEDULES = "schedules";
  public static final String PROFILE = "profile";
  public static final String RECORD = "record";

  /// Organisations as they are suggested: each from its first word, from its second …
  public static final String SUGGESTED = "suggested";

  private Fields() {}
}
