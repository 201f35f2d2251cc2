package org.havenline.channel.webchat.session;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// How it stands with a chat, as her page tells it.
///
/// @param before how many are served before her, while she waits
/// @param typing until when it is shown that the other types
public record Standing(State state, OptionalLong before, Optional<Instant> typing) {
  enum State {
    /// She has not written yet, or a moment ago.
    NEW,
    WAITING,
    /// Somebody is there for her.
    PRESENT,
    /// The line is closed, and nobody is there for her.
    NOBODY,
    /// The other has ended it.
    OVER
  }

  static Standing of(State state) {
    return new Standing(state, OptionalLong.empty(), Optional.empty());
  }

  static Standing waiting(long before) {
    return new Standing(State.WAITING, OptionalLong.of(before), Optional.empty());
  }

  static Standing present(Optional<Instant> typing) {
    return new Standing(State.PRESENT, OptionalLong.empty(), typing);
  }

  public String word() {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /// Differs when anything she is told differs.
  public String mark() {
    return word()
        + (before.isPresent() ? "-" + before.getAsLong() : "")
        + (typing.isPresent() ? "-typing" : "");
  }
}
