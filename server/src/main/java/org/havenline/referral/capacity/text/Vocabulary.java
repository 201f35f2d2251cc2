package org.havenline.referral.capacity.text;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.havenline.referral.capacity.Unit;
import org.havenline.translations.places.PlaceWords;

/// The words of all languages at once: whoever answers the phone tonight may write another language
/// than the record.
final class Vocabulary {
  /// The longest phrase, in words.
  static final int LONGEST = 4;

  /// Shorter words are too near to too many others.
  private static final int GUESSED = 5;

  private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}ـ'’ʼ`´]");

  private static final Map<String, String> UNITED = Map.of("ł", "l", "ß", "ss", "ى", "ي", "ة", "ه");

  private final Map<String, Piece> meanings = new HashMap<>();
  private final Set<String> guessed = new HashSet<>();

  private Vocabulary() {}

  /// @throws IllegalArgumentException when a word stands for two things
  static Vocabulary of(Collection<PlaceWords> languages) {
    var vocabulary = new Vocabulary();
    for (var words : languages) {
      for (int n = 0; n < words.numbers().size(); n++) {
        vocabulary.add(words.numbers().get(n), new Piece.Count(n));
      }
      words.units().forEach((unit, forms) -> vocabulary.add(forms, new Piece.Of(unit(unit))));
      words.two().forEach((unit, forms) -> vocabulary.add(forms, new Piece.Two(unit(unit))));
      vocabulary.add(words.none(), new Piece.Full());
      vocabulary.add(words.free(), new Piece.Free());
      vocabulary.add(words.and(), new Piece.Between());
      vocabulary.add(words.unclear(), new Piece.Unclear());
    }
    return vocabulary;
  }

  private static Unit unit(String word) {
    return Unit.of(word).orElseThrow(() -> new IllegalArgumentException("no unit " + word));
  }

  private void add(List<String> phrases, Piece piece) {
    for (var phrase : phrases) {
      var folded = fold(phrase);
      var before = meanings.putIfAbsent(folded, piece);
      if (before != null && !before.equals(piece)) {
        throw new IllegalArgumentException("'%s' is %s and %s".formatted(phrase, before, piece));
      }
      if (piece instanceof Piece.Of && folded.length() >= GUESSED && !folded.contains(" ")) {
        guessed.add(folded);
      }
    }
  }

  /// @param phrase folded, words with one space between them
  Optional<Piece> meaning(String phrase) {
    return Optional.ofNullable(meanings.get(phrase));
  }

  /// Whether somebody who mistyped the name of a unit may have meant it.
  boolean resembles(String word) {
    return guessed.stream().anyMatch(known -> Slip.between(word, known));
  }

  /// As it is compared: without case, accents and signs within words.
  static String fold(String text) {
    var apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    var folded = new StringBuilder();
    MARKS
        .matcher(apart)
        .replaceAll("")
        .codePoints()
        .mapToObj(Character::toString)
        .map(letter -> UNITED.getOrDefault(letter, letter))
        .forEach(folded::append);
    return folded.toString();
  }
}
