package org.havenline.language.grams;

import java.lang.Character.UnicodeScript;
import java.util.Optional;

/// The scripts a message may be written in, as far as they narrow down its language. A script that
/// one language of ours alone uses names it; the others have a table of grams.
public enum WritingSystem {
  LATIN(""),
  CYRILLIC(""),
  ARABIC(""),
  DEVANAGARI(""),
  BENGALI(""),
  ETHIOPIC(""),
  /// Han characters and kana together: Japanese mixes them, so their share decides.
  HAN(""),
  HANGUL("ko"),
  THAI("th"),
  LAO("lo"),
  KHMER("km"),
  MYANMAR("my"),
  GURMUKHI("pa"),
  TAMIL("ta"),
  GREEK("el"),
  HEBREW("he"),
  ARMENIAN("hy"),
  GEORGIAN("ka"),
  GUJARATI("gu"),
  TELUGU("te"),
  KANNADA("kn"),
  MALAYALAM("ml"),
  SINHALA("si"),
  ORIYA("or"),
  TIBETAN("bo"),
  THAANA("dv"),
  /// Letters of no script we know: never evidence for a language.
  OTHER("");

  private final String only;

  WritingSystem(String only) {
    this.only = only;
  }

  /// The one language of ours in this script, if there is only one.
  public Optional<String> onlyLanguage() {
    return only.isEmpty() ? Optional.empty() : Optional.of(only);
  }

  /// Whether its words are written apart; in the others a gram has no word to begin or end.
  boolean spaced() {
    return this != HAN;
  }

  static WritingSystem of(int codePoint) {
    if (codePoint < 0x250) {
      return LATIN;
    }
    return switch (UnicodeScript.of(codePoint)) {
      case LATIN -> LATIN;
      case CYRILLIC -> CYRILLIC;
      case ARABIC -> ARABIC;
      case DEVANAGARI -> DEVANAGARI;
      case BENGALI -> BENGALI;
      case ETHIOPIC -> ETHIOPIC;
      case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> HAN;
      case HANGUL -> HANGUL;
      case THAI -> THAI;
      case LAO -> LAO;
      case KHMER -> KHMER;
      case MYANMAR -> MYANMAR;
      case GURMUKHI -> GURMUKHI;
      case TAMIL -> TAMIL;
      case GREEK -> GREEK;
      case HEBREW -> HEBREW;
      case ARMENIAN -> ARMENIAN;
      case GEORGIAN -> GEORGIAN;
      case GUJARATI -> GUJARATI;
      case TELUGU -> TELUGU;
      case KANNADA -> KANNADA;
      case MALAYALAM -> MALAYALAM;
      case SINHALA -> SINHALA;
      case ORIYA -> ORIYA;
      case TIBETAN -> TIBETAN;
      case THAANA -> THAANA;
      default -> OTHER;
    };
  }
}
