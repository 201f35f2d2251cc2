package org.havenline.referral.capacity.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.referral.capacity.Unit;
import org.havenline.translations.places.PlaceWords;

/// Reads a text as a report of free places: `3 women 1 family`, `beds: 2`, `full`, `0`. The whole
/// text must say it and nothing else. A wrong figure sends a person to a closed door, and a cry
/// taken for a figure is never heard; so what could be either is neither.
///
/// ```
/// report = full | number | [free [":"]] counted {[between] counted} [free] | named {[between] named}
/// counted = number [free] unit [free] | two-of-a-unit      named = unit ":" number
/// ```
///
/// `women 3 family 1` without a colon is not read: cut at both ends, `3 women 1 family 2` says
/// something else.
public final class CapacityText {
  /// Longer texts are not only figures.
  private static final int LONGEST = 160;

  private static final CapacityText SHIPPED = new CapacityText(Vocabulary.of(PlaceWords.shipped()));

  private final Pieces cut;

  CapacityText(Vocabulary vocabulary) {
    this.cut = new Pieces(vocabulary);
  }

  public static CapacityText shipped() {
    return SHIPPED;
  }

  public Said read(String text) {
    if (text.length() > LONGEST) {
      return new Said.SomethingElse();
    }
    var pieces = cut.of(text);
    return Grammar.read(pieces)
        .orElseGet(
            () -> wentWrong(pieces) ? new Said.Unclear(named(pieces)) : new Said.SomethingElse());
  }

  /// A number in the form of a page, of any script.
  ///
  /// @return empty when it is none from 0 to 500
  public Optional<Integer> number(String text) {
    var pieces = cut.of(text);
    return pieces.size() == 1 && pieces.getFirst() instanceof Piece.Count(int n)
        ? Optional.of(n)
        : Optional.empty();
  }

  /// The unit a word stands for in any language.
  public Optional<Unit> unit(String word) {
    var pieces = cut.of(word);
    return pieces.size() == 1 && pieces.getFirst() instanceof Piece.Of(var unit)
        ? Optional.of(unit)
        : Optional.empty();
  }

  private static Set<Unit> named(List<Piece> pieces) {
    return pieces.stream()
        .flatMap(piece ->
            switch (piece) {
              case Piece.Of(var unit) -> Stream.of(unit);
              case Piece.Two(var unit) -> Stream.of(unit);
              default -> Stream.<Unit>empty();
            })
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Only figures, units and signs.
  private static boolean wentWrong(List<Piece> pieces) {
    long figures = 0;
    long units = 0;
    for (var piece : pieces) {
      switch (piece) {
        case Piece.Count _, Piece.OddDigits _ -> figures++;
        case Piece.Of _, Piece.Unclear _ -> units++;
        case Piece.Two _, Piece.Full _ -> {
          figures++;
          units++;
        }
        case Piece.Other _ -> {
          return false;
        }
        default -> {}
      }
    }
    return figures > 0 && units > 0;
  }
}
