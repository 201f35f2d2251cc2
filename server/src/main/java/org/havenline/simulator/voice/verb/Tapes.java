package org.havenline.simulator.voice.verb;

import java.time.Duration;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.ledger.Recording;

/// Recordings of talks: only noted, so that a test sees that there was one.
final class Tapes {
  private Tapes() {}

  static void begin(Call call, String source) {
    var network = call.network();
    var from = network.now();
    var sid = network.sid("RE");
    call.whenEnded(_ ->
        network
            .ledger()
            .recorded(
                new Recording(
                    sid, call.sid(), from, Duration.between(from, network.now()), source, "")));
  }
}
