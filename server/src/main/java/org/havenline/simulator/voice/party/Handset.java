package org.havenline.simulator.voice.party;

import java.time.Duration;

/// What a person can do with the phone in her hand; after the call's end it does nothing.
public interface Handset {
  /// Picks up a phone that rings.
  void pickUp(Duration after);

  /// Presses keys (`0-9 * #`), five a second.
  void press(Duration after, String keys);

  /// Says something: heard by `<Gather input="speech">` and `<Record>`.
  void speak(Duration after, String words);

  void hangUp(Duration after);
}
