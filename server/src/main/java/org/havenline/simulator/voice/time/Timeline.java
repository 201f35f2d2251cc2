package org.havenline.simulator.voice.time;

import java.time.Duration;
import java.time.InstantSource;

/// When things happen on the calls.
public interface Timeline extends InstantSource {
  Timer after(Duration delay, Runnable what);

  /// Asks somebody outside, who may take long: not to hold up the calls when time is real.
  void aside(Runnable asking);
}
