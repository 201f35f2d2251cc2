package org.havenline.simulator.handset;

import org.havenline.simulator.voice.party.Party;
import org.havenline.simulator.voice.party.Ring;

/// Somebody at the page: the phone rings until she picks it up there.
final class ByHand implements Party {
  @Override
  public Ring ring() {
    return new Ring.Rings();
  }
}
