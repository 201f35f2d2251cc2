package org.havenline.referral.counted;

import java.util.Locale;

/// What is counted of a person, as far as she said it; coarse on purpose, and never stored with
/// her.
public record About(Sex sex, Age age, Nationality nationality, Form form) {
  /// Nothing was said.
  public static final About NOT_SAID =
      new About(Sex.NOT_SAID, Age.NOT_SAID, Nationality.NOT_SAID, Form.NOT_SAID);

  /// As she says it.
  public enum Sex {
    WOMAN,
    MAN,
    OTHER,
    NOT_SAID
  }

  /// In years.
  public enum Age {
    UNDER_18,
    FROM_18_TO_24,
    FROM_25_TO_59,
    FROM_60,
    NOT_SAID
  }

  /// Regions as the United Nations group them (M49); a country would be too small a cell.
  public enum Nationality {
    AFRICA,
    AMERICAS,
    ASIA,
    EUROPE,
    OCEANIA,
    NONE,
    NOT_SAID
  }

  /// Of exploitation, as [org.havenline.referral.eligibility.Exploitation] names them.
  public enum Form {
    SEXUAL,
    LABOUR,
    DOMESTIC_SERVITUDE,
    FORCED_MARRIAGE,
    BEGGING,
    FORCED_CRIME,
    ORGAN_REMOVAL,
    CHILD_SOLDIERING,
    NOT_SAID
  }

  /// As counted and in the API.
  public static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What a word of the API means.
  public static <E extends Enum<E>> E parse(Class<E> kind, String word) {
    return Enum.valueOf(kind, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
