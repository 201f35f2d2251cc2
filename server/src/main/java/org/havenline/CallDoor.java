package org.havenline;

import io.vertx.ext.web.Router;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.havenline.channel.twilio.voice.CallWebhook;
import org.havenline.channel.voice.CallRooms;
import org.havenline.channel.voice.Speech;
import org.havenline.channel.voice.leg.Switchboard;
import org.havenline.channel.voice.talk.Deeds;
import org.havenline.contact.LineId;
import org.havenline.contact.journal.Event;
import org.havenline.http.porch.BlockingRoutes;
import org.havenline.lane.LaneWorkers;
import org.havenline.lane.Lanes;
import org.havenline.queue.LineTables;
import org.havenline.translations.Texts;

/// The calls of all lines: who calls in, and who is rung.
final class CallDoor implements AutoCloseable {
  /// Each waits for one slow request of the provider at most.
  private static final int WORKERS = 8;

  private final TwilioDoor twilio;
  private final Map<LineId, CallRooms> rooms = new LinkedHashMap<>();
  private final Map<LineId, LaneWorkers> workers = new HashMap<>();
  private final Map<LineId, Hotline> lines;
  private final Hotline first;

  /// @param first takes what came for a line that this node does not have yet
  CallDoor(
      Map<LineId, Hotline> lines, Hotline first, Foundation on, Texts texts, TwilioDoor twilio) {
    this.twilio = twilio;
    this.lines = lines;
    this.first = first;
    lines.forEach((id, line) -> open(id, line, on, CallWebhook.speech(texts)));
  }

  private void open(LineId id, Hotline line, Foundation on, Speech speech) {
    var ground =
        new CallRooms.Ground(
            on.redis(),
            line.keys(),
            on.vault(),
            on.pseudonyms(),
            line.reception(),
            new LineTables(on.tables(), id),
            on.clock());
    var of = CallRooms.of(ground, twilio.dialler(id), speech, () -> wake(id));
    rooms.put(id, of);
    var lanes = new Lanes(on.redis(), line.keys(), Switchboard.LANES, CallRooms.LEASE, on.clock());
    workers.put(id, new LaneWorkers("calls", WORKERS, lanes, of.switchboard(), on.clock()));
  }

  private void wake(LineId id) {
    var of = workers.get(id);
    if (of != null) {
      of.wake();
    }
  }

  /// Who hears what happens on a line.
  Consumer<Event> ear(LineId id) {
    return Objects.requireNonNull(rooms.get(id))::hear;
  }

  /// What its desk does to the talks of a line.
  Deeds deeds(LineId id) {
    return Objects.requireNonNull(rooms.get(id)).deeds();
  }

  void mount(Router router, BlockingRoutes routes) {
    var reception = TwilioDoor.reception(lines, first);
    var webhook = twilio.calls(rooms, first.keys().line(), reception);
    router.post("/twilio/voice").handler(routes.always(webhook, CallWebhook.BODY_BYTES));
    router.post("/twilio/voice/*").handler(routes.always(webhook, CallWebhook.BODY_BYTES));
  }

  @Override
  public void close() {
    workers.values().forEach(LaneWorkers::close);
  }
}
