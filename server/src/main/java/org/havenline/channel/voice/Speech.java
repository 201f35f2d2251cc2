package org.havenline.channel.voice;

import java.util.Map;
import java.util.function.Predicate;
import org.havenline.channel.voice.Turn.Spoken;
import org.havenline.translations.Texts;

/// Says sentences of the translations in a language that has a voice.
///
/// @param voices whether there is one for a language
public record Speech(Texts texts, Predicate<String> voices) {
  /// A little slower than people talk; a Chinese or Japanese sign is a syllable.
  private static final double LETTERS_A_SECOND = 14;

  private static final double SIGNS_A_SECOND = 5;
  private static final double BREATH = 0.35;

  /// Whether it can be said in this language itself, and not in another one.
  public boolean speaks(String language) {
    return voices.test(language)
        && sameLanguage(texts.languageFor(language), language)
        && texts.has("callLanguage", language);
  }

  private static boolean sameLanguage(String one, String other) {
    return one.split("-", 2)[0].equals(other.split("-", 2)[0]);
  }

  /// In her language; in the line's when there is no voice for hers.
  public Spoken say(String key, Map<String, Object> arguments, String language, String otherwise) {
    var spoken = speaks(language) ? language : speaks(otherwise) ? otherwise : "en";
    return new Spoken(spoken, texts.text(key, spoken, arguments));
  }

  /// How long it takes to say it, in seconds; an estimate.
  public static double seconds(Spoken spoken) {
    var text = spoken.text();
    long signs = text.codePoints().filter(Speech::isSyllable).count();
    return BREATH + signs / SIGNS_A_SECOND + (text.length() - signs) / LETTERS_A_SECOND;
  }

  private static boolean isSyllable(int point) {
    return switch (Character.UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
      default -> false;
    };
  }
}
