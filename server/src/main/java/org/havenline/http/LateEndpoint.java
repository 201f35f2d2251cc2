package org.havenline.http;

import java.util.Optional;
import java.util.function.Consumer;

/// What answers a route when there is something to say, which may be much later. While it waits it
/// holds neither a thread nor the request: those are most of what a waiting page would cost.
@FunctionalInterface
public interface LateEndpoint {
  /// Keeps of the request what it needs. Called on the event loop, so it neither waits nor looks
  /// anything up.
  Turn begin(Request request);

  /// Blocking work towards the answer, on a virtual thread of its own.
  @FunctionalInterface
  interface Turn {
    /// @param later takes the next turn, which begins at once: to be called when there is something
    ///   to look for, from any thread, once
    /// @return empty when `later` is or will be called
    Optional<Response> take(Consumer<Turn> later);
  }
}
