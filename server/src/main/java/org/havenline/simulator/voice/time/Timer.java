package org.havenline.simulator.voice.time;

/// Something that is to happen, and may still be called off.
@FunctionalInterface
public interface Timer {
  /// Nothing is to happen.
  Timer NONE = () -> {};

  /// Without effect when it has happened already.
  void cancel();
}
