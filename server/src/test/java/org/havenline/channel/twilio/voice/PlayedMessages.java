package org.havenline.channel.twilio.voice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.havenline.channel.twilio.SimulatedRest;
import org.havenline.channel.twilio.studio.SimulatedTapes;
import org.havenline.channel.voice.CallRooms;
import org.havenline.channel.voice.mailbox.Fetching;
import org.havenline.channel.voice.prompt.Tapes;
import org.havenline.lane.Lanes;
import org.havenline.simulator.voice.Switchboard;
import org.havenline.simulator.web.Asked;
import org.havenline.simulator.web.Form;
import org.havenline.simulator.web.Reply;
import org.havenline.testing.Line;

/// Messages that callers of a [CallWorld] leave, brought home from the simulator's Twilio.
final class PlayedMessages {
  private final CallRooms rooms;
  private final Lanes lanes;
  private final Tapes twilio;
  private Fetching fetching;

  PlayedMessages(Line line, CallRooms rooms, Switchboard twilio, String account, String token) {
    this.rooms = rooms;
    lanes = new Lanes(line.redis, Line.KEYS, Fetching.LANES, Fetching.LEASE, line.clock);
    var rest = SimulatedRest.client(twilio.rest(), account, token);
    var pair = Base64.getEncoder().encodeToString((account + ":" + token).getBytes(UTF_8));
    this.twilio =
        SimulatedTapes.of(
            rest,
            sid ->
                file(
                    twilio,
                    "/2010-04-01/Accounts/" + account + "/Recordings/" + sid + ".wav",
                    pair));
    fetching = rooms.messages().fetching(this.twilio);
  }

  private static Optional<byte[]> file(Switchboard twilio, String path, String pair) {
    try {
      var asked = new Asked("GET", path, Map.of(), Form.EMPTY, Optional.of("Basic " + pair), "");
      return twilio.rest().answer(asked) instanceof Reply.Sound(var wav)
          ? Optional.of(wav)
          : Optional.empty();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// From now on recordings are fetched from and deleted by this.
  void by(UnaryOperator<Tapes> other) {
    fetching = rooms.messages().fetching(other.apply(twilio));
  }

  /// The node that fetches is gone in the middle of it.
  static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  void fetch() {
    try {
      CallWorld.all(lanes, fetching);
    } catch (Died gone) {
      // another node takes the lane when its lease is over
    }
  }
}
