package org.havenline.referral.capacity.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.havenline.referral.capacity.Figures;

/// Cuts a text into what its parts mean. Digits of any script are digits.
final class Pieces {
  /// Signs of direction and emoji, which nobody sees or means.
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\uFE0F]");

  private static final Pattern PART =
      Pattern.compile(
          "(?<digits>[\\p{Nd}\\p{No}\\p{Nl}]+)|(?<word>[\\p{L}\\p{M}'’ʼ]+)|(?<sign>\\S)");

  /// "And" is joined to the word behind it.
  private static final String ARABIC_AND = "و";

  private final Vocabulary vocabulary;

  Pieces(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  List<Piece> of(String text) {
    var pieces = new ArrayList<Piece>();
    var words = new ArrayList<String>();
    var parts =
        PART.matcher(
            Normalizer.normalize(UNSEEN.matcher(text).replaceAll(""), Normalizer.Form.NFC));
    while (parts.find()) {
      if (parts.group("word") != null) {
        words.add(Vocabulary.fold(parts.group("word")));
        continue;
      }
      mean(words, pieces);
      var digits = parts.group("digits");
      pieces.add(digits != null ? count(digits) : sign(parts.group("sign").codePointAt(0)));
    }
    mean(words, pieces);
    return pieces;
  }

  /// Words that stand together, the longest phrases first.
  private void mean(List<String> words, List<Piece> pieces) {
    for (int from = 0; from < words.size(); ) {
      int taken = 0;
      for (int n = Math.min(Vocabulary.LONGEST, words.size() - from); n > 0 && taken == 0; n--) {
        var known = vocabulary.meaning(String.join(" ", words.subList(from, from + n)));
        if (known.isPresent()) {
          pieces.add(known.get());
          taken = n;
        }
      }
      if (taken == 0) {
        pieces.addAll(single(words.get(from)));
        taken = 1;
      }
      from += taken;
    }
    words.clear();
  }

  private List<Piece> single(String word) {
    Optional<Piece> joined =
        word.startsWith(ARABIC_AND) ? vocabulary.meaning(word.substring(1)) : Optional.empty();
    return joined
        .map(known -> List.of(new Piece.Between(), known))
        .orElseGet(
            () -> List.of(vocabulary.resembles(word) ? new Piece.Unclear() : new Piece.Other()));
  }

  /// One to three digits of one script, not beginning with a nought.
  private static Piece count(String digits) {
    int value = 0;
    int zero = -1;
    var points = digits.codePoints().toArray();
    for (int point : points) {
      int digit =
          Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER
              ? Character.digit(point, 10)
              : -1;
      if (digit < 0 || (zero >= 0 && zero != point - digit) || points.length > 3) {
        return new Piece.OddDigits();
      }
      zero = point - digit;
      value = value * 10 + digit;
    }
    boolean padded = points.length > 1 && Character.digit(points[0], 10) == 0;
    return padded || value > Figures.MOST ? new Piece.OddDigits() : new Piece.Count(value);
  }

  private static Piece sign(int point) {
    return switch (point) {
      case ',', ';', '،', '؛', '&' -> new Piece.Between();
      case '.', '۔' -> new Piece.Stop();
      case ':', '=' -> new Piece.Colon();
      case '!' -> new Piece.Bang();
      // she asks; she does not report
      case '?', '؟', '？', '¿' -> new Piece.Other();
      default ->
          switch (Character.getType(point)) {
            case Character.OTHER_SYMBOL, Character.CURRENCY_SYMBOL, Character.MODIFIER_SYMBOL ->
                new Piece.Other();
            default -> new Piece.Sign();
          };
    };
  }
}
