package org.havenline.channel.voice;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.havenline.channel.voice.Turn.Spoken;
import org.havenline.channel.voice.prompt.Recording;
import org.havenline.translations.Texts;
import org.havenline.translations.spoken.Script;
import org.havenline.translations.spoken.Sentence;

/// Says sentences of the translations: by a recording where there is one of this very text, else by
/// a voice. A language that has no voice is spoken when all of it that a caller can hear is
/// recorded.
public final class Speech {
  /// A little slower than people talk; a Chinese or Japanese sign is a syllable.
  private static final double LETTERS_A_SECOND = 14;

  private static final double SIGNS_A_SECOND = 5;
  private static final double BREATH = 0.35;
  private static final String LAST = "en";

  private final Texts texts;
  private final Predicate<String> voices;
  private final Function<Sentence, Optional<Recording>> recordings;
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();

  /// By voices alone.
  public Speech(Texts texts, Predicate<String> voices) {
    this(texts, voices, _ -> Optional.empty());
  }

  /// @param voices whether there is one for a language
  /// @param recordings what is played for a sentence, asked each time
  public Speech(
      Texts texts, Predicate<String> voices, Function<Sentence, Optional<Recording>> recordings) {
    this.texts = texts;
    this.voices = voices;
    this.recordings = recordings;
  }

  /// Whether it can be said in this language itself, and not in another one.
  public boolean speaks(String language) {
    return sameLanguage(texts.languageFor(language), language)
        && texts.has("callLanguage", language)
        && (hasVoice(language) || isRecorded(language));
  }

  /// Whether a voice says whatever is written in this language, any number too.
  public boolean hasVoice(String language) {
    return voices.test(language);
  }

  /// All that a caller of this language can hear.
  public Script script(String language) {
    return scripts.computeIfAbsent(language, texts::script);
  }

  /// Those that have texts.
  public Set<String> languages() {
    return texts.languages();
  }

  private boolean isRecorded(String language) {
    var script = script(language);
    return script.lacks().isEmpty()
        && script.sentences().stream().allMatch(one -> recordings.apply(one).isPresent());
  }

  private static boolean sameLanguage(String one, String other) {
    return one.split("-", 2)[0].equals(other.split("-", 2)[0]);
  }

  /// In her language; in the line's when there is neither a voice nor a recording for hers.
  public Spoken say(String key, Map<String, Object> arguments, String language, String otherwise) {
    return said(key, arguments, language)
        .or(() -> said(key, arguments, otherwise))
        .orElseGet(() -> new Spoken(LAST, texts.text(key, LAST, arguments)));
  }

  private Optional<Spoken> said(String key, Map<String, Object> arguments, String language) {
    if (!speaks(language)) {
      return Optional.empty();
    }
    var text = texts.text(key, language, arguments);
    var recording = recordings.apply(Sentence.of(texts.languageFor(language), key, text));
    return recording.isPresent() || hasVoice(language)
        ? Optional.of(new Spoken(language, text, recording))
        : Optional.empty();
  }

  /// How long it takes to say it, in seconds; an estimate, but for recordings.
  public static double seconds(Spoken spoken) {
    return spoken
        .recording()
        .map(recording -> recording.length().toMillis() / 1_000.0)
        .orElseGet(() -> estimate(spoken.text()));
  }

  private static double estimate(String text) {
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
