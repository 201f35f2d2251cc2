package org.havenline.referral.capacity.text;

import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.havenline.referral.capacity.Figures;
import org.havenline.referral.capacity.Unit;

/// Goes over the pieces of a text once, from the first to the last; none may be left.
final class Grammar {
  /// More digits than that by themselves may be an emergency number, or a code.
  private static final int MOST_ALONE = 99;

  private final List<Piece> pieces;
  private final int end;
  private final EnumMap<Unit, Integer> free = new EnumMap<>(Unit.class);
  private int at;

  private Grammar(List<Piece> pieces, int end) {
    this.pieces = pieces;
    this.end = end;
  }

  /// Empty when it is no report.
  static Optional<Said> read(List<Piece> pieces) {
    boolean stops =
        pieces.size() > 1
            && (pieces.getLast() instanceof Piece.Stop || pieces.getLast() instanceof Piece.Bang);
    var grammar = new Grammar(pieces, pieces.size() - (stops ? 1 : 0));
    return grammar.alone().or(grammar::figures);
  }

  private Optional<Said> alone() {
    boolean alone = end == 1 || (end == 2 && pieces.get(1) instanceof Piece.Free);
    if (!alone) {
      return Optional.empty();
    }
    return switch (pieces.getFirst()) {
      case Piece.Full _ when end == 1 -> Optional.of(new Said.Full());
      case Piece.Count(int n) when n == 0 -> Optional.of(new Said.Full());
      case Piece.Count(int n) when n <= MOST_ALONE -> Optional.of(new Said.Alone(n));
      default -> Optional.empty();
    };
  }

  private Optional<Said> figures() {
    if (skip(Piece.Free.class)) {
      skip(Piece.Colon.class);
    }
    boolean named = is(Piece.Of.class);
    while (named ? named() : counted()) {
      if (at == end) {
        return Figures.of(free).map(Said.Places::new);
      }
      // a comma, an "and", or both
      if (skip(Piece.Between.class) || skip(Piece.Stop.class)) {
        skip(Piece.Between.class);
      }
    }
    return Optional.empty();
  }

  private boolean counted() {
    if (at < end && pieces.get(at) instanceof Piece.Two(var unit)) {
      at++;
      return put(unit, 2);
    }
    if (!(at < end && pieces.get(at) instanceof Piece.Count(int n))) {
      return false;
    }
    at++;
    skip(Piece.Free.class);
    if (!(at < end && pieces.get(at) instanceof Piece.Of(var unit))) {
      return false;
    }
    at++;
    skip(Piece.Free.class);
    return put(unit, n);
  }

  private boolean named() {
    if (at + 3 <= end
        && pieces.get(at) instanceof Piece.Of(var unit)
        && pieces.get(at + 1) instanceof Piece.Colon
        && pieces.get(at + 2) instanceof Piece.Count(int n)) {
      at += 3;
      return put(unit, n);
    }
    return false;
  }

  private boolean skip(Class<? extends Piece> kind) {
    boolean there = is(kind);
    if (there) {
      at++;
    }
    return there;
  }

  private boolean is(Class<? extends Piece> kind) {
    return at < end && kind.isInstance(pieces.get(at));
  }

  /// No unit twice.
  private boolean put(Unit unit, int n) {
    return free.put(unit, n) == null;
  }
}
