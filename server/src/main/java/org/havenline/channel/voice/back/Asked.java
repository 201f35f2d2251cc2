package org.havenline.channel.voice.back;

/// What became of a wish to call a person back.
public enum Asked {
  PROMISED,
  /// It is not there, or not his who asks.
  NOT_THERE,
  /// She is on the line.
  ON_THE_LINE,
  TOO_SOON,
  /// She has not said that it is safe, or not until now.
  NOT_SAFE,
  /// Her number is withheld, or belongs to no country.
  NO_NUMBER;

  static Asked of(long answer) {
    return switch ((int) answer) {
      case 1 -> PROMISED;
      case -1 -> ON_THE_LINE;
      case -2 -> TOO_SOON;
      case -3 -> NOT_SAFE;
      default -> NOT_THERE;
    };
  }
}
