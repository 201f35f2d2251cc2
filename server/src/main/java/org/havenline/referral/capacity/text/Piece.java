package org.havenline.referral.capacity.text;

import org.havenline.referral.capacity.Unit;

/// What a part of a text means.
sealed interface Piece {
  /// A number, 0 or more.
  record Count(int n) implements Piece {}

  /// Digits that are no count: a long number, `007`, two scripts, a half.
  record OddDigits() implements Piece {}

  record Of(Unit unit) implements Piece {}

  /// Two of them, in one word.
  record Two(Unit unit) implements Piece {}

  record Full() implements Piece {}

  record Free() implements Piece {}

  /// Between two figures: a comma, "and".
  record Between() implements Piece {}

  /// A full stop: between two figures, or at the end.
  record Stop() implements Piece {}

  /// Between a unit and its number: `beds: 3`.
  record Colon() implements Piece {}

  record Bang() implements Piece {}

  /// A sign that may turn a figure into another: `-`, `/`, `%`.
  record Sign() implements Piece {}

  /// A word of two meanings, or nearly one we know.
  record Unclear() implements Piece {}

  /// Anything else; whoever writes it may say anything.
  record Other() implements Piece {}
}
