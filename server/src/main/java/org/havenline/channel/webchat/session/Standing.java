package org.havenline.channel.webchat.session;

import java.util.Locale;
import java.util.OptionalLong;

/// How it stands with a chat, as her page tells it.
///
/// @param before how many are served before her, while she waits
public record Standing(State state, OptionalLong before) {
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
    return new Standing(state, OptionalLong.empty());
  }

  public String word() {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /// Differs when anything she is told differs.
  public String mark() {
    return before.isPresent() ? word() + "-" + before.getAsLong() : word();
  }
}
