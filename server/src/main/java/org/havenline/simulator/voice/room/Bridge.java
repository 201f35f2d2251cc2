package org.havenline.simulator.voice.room;

import java.util.Set;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.ledger.Ledger.Pair;

/// Two legs that hear each other, from its making until it is closed.
public final class Bridge {
  private final Call one;
  private final String room;

  public Bridge(Call one, Call other) {
    this.one = one;
    this.room = one.network().sid("BR");
    one.network()
        .ledger()
        .hear(room, Set.of(new Pair(one.sid(), other.sid()), new Pair(other.sid(), one.sid())));
  }

  public void close() {
    one.network().ledger().hear(room, Set.of());
  }
}
