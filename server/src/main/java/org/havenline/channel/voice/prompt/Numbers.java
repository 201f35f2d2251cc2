package org.havenline.channel.voice.prompt;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.havenline.translations.spoken.Script;
import org.havenline.translations.spoken.Sentence;

/// Numbers by which sentences are named on a telephone: the language in its order on the line, and
/// two digits of the sentence in its script: `312`.
///
/// @param languages of the line
public record Numbers(Supplier<List<String>> languages, Function<String, Script> scripts) {
  private static final int SENTENCES = 100;

  /// @param language its place on the line, from 0
  /// @param sentence its place in the script, from 0
  public static int of(int language, int sentence) {
    return (language + 1) * SENTENCES + sentence + 1;
  }

  public Optional<Sentence> sentence(int number) {
    int language = number / SENTENCES - 1;
    int sentence = number % SENTENCES - 1;
    var all = languages.get();
    if (language < 0 || language >= all.size() || sentence < 0) {
      return Optional.empty();
    }
    return scripts.apply(all.get(language)).sentences().stream().skip(sentence).findFirst();
  }
}
