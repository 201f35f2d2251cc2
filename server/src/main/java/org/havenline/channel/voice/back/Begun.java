package org.havenline.channel.voice.back;

import org.havenline.channel.voice.leg.Leg;

/// Whether her telephone is to be rung now.
sealed interface Begun {
  /// Written down; it is to be dialled.
  record Yes(Leg leg) implements Begun {}

  /// Another has begun it, or it is not wanted any more.
  record No() implements Begun {}

  /// It is not safe, or not any more.
  record Unsafe() implements Begun {}

  /// It was tried often enough.
  record Enough() implements Begun {}
}
