package org.havenline;

import io.vertx.ext.web.Router;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.havenline.channel.twilio.voice.CallWebhook;
import org.havenline.channel.twilio.voice.PromptSound;
import org.havenline.channel.voice.CallRooms;
import org.havenline.channel.voice.Speech;
import org.havenline.channel.voice.call.MissedCall;
import org.havenline.channel.voice.leg.Switchboard;
import org.havenline.channel.voice.mailbox.Fetching;
import org.havenline.channel.voice.mailbox.Mailbox;
import org.havenline.channel.voice.prompt.FileRecordings;
import org.havenline.channel.voice.prompt.Numbers;
import org.havenline.channel.voice.prompt.Recordings;
import org.havenline.channel.voice.prompt.Studio;
import org.havenline.channel.voice.softphone.Phones;
import org.havenline.console.Desk;
import org.havenline.console.administrator.PromptOperations;
import org.havenline.contact.LineId;
import org.havenline.contact.journal.Event;
import org.havenline.http.porch.BlockingRoutes;
import org.havenline.lane.LaneWorkers;
import org.havenline.lane.Lanes;
import org.havenline.queue.LineTables;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.translations.Texts;
import org.havenline.translations.spoken.SoundFiles;

/// The calls of all lines: who calls in, and who is rung.
final class CallDoor implements AutoCloseable {
  /// Each waits for one slow request of the provider at most.
  private static final int WORKERS = 8;

  private static final int FETCHERS = 2;

  private final TwilioDoor twilio;
  private final Map<LineId, CallRooms> rooms = new LinkedHashMap<>();
  private final Map<LineId, List<LaneWorkers>> workers = new HashMap<>();
  private final Map<LineId, Recordings> recordings = new LinkedHashMap<>();
  private final Map<LineId, Hotline> lines;
  private final Texts texts;
  private final LineTables tables;
  private final Studio studio;
  private final Phones phones;
  private final Hotline first;

  /// @param first takes what came for a line that this node does not have yet
  /// @param sounds that lie beside the texts
  CallDoor(
      Map<LineId, Hotline> lines,
      Hotline first,
      Foundation on,
      Texts texts,
      SoundFiles sounds,
      TwilioDoor twilio) {
    this.twilio = twilio;
    this.lines = lines;
    this.first = first;
    this.texts = texts;
    tables = new LineTables(on.tables(), first.keys().line());
    studio = new Studio(on.redis(), first.keys(), on.pseudonyms(), new SecureRandom(), on.clock());
    phones = new Phones(on.pseudonyms(), first.keys().line());
    var files = new FileRecordings(sounds);
    lines.forEach((id, line) -> open(id, line, on, files));
  }

  private void open(LineId id, Hotline line, Foundation on, FileRecordings files) {
    var of = new Recordings(on.redis(), line.keys(), files, on.clock());
    recordings.put(id, of);
    open(id, line, on, CallWebhook.speech(texts, of::of));
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
    var tapes = new Lanes(on.redis(), line.keys(), Fetching.LANES, Fetching.LEASE, on.clock());
    var fetching = of.messages().fetching(twilio.tapes());
    workers.put(
        id,
        List.of(
            new LaneWorkers("calls", WORKERS, lanes, of.switchboard(), on.clock()),
            new LaneWorkers("tapes", FETCHERS, tapes, fetching, on.clock())));
  }

  /// Only those for calls: what was left on a tape is fetched when they look again.
  private void wake(LineId id) {
    Optional.ofNullable(workers.get(id)).ifPresent(all -> all.getFirst().wake());
  }

  /// Who hears what happens on a line.
  Consumer<Event> ear(LineId id) {
    return Objects.requireNonNull(rooms.get(id))::hear;
  }

  /// What the desk of the first line sees and changes of calls.
  Desk.Telephone atTheDesk(Supplier<RoutingTables> tables) {
    var line = first.keys().line();
    var of = recordings();
    return new Desk.Telephone(
        new PromptOperations(line, tables, CallWebhook.speech(texts, of::of), of, studio),
        Objects.requireNonNull(rooms.get(line)).deeds(),
        twilio.softphone(phones));
  }

  private Recordings recordings() {
    return Objects.requireNonNull(recordings.get(first.keys().line()));
  }

  void mount(Router router, BlockingRoutes routes) {
    var reception = TwilioDoor.reception(lines, first);
    var webhook = twilio.calls(rooms, first.keys().line(), reception);
    var here = recordings();
    var numbers = new Numbers(() -> tables.get().line().languages(), texts::script);
    var recording = twilio.studio(studio, here, numbers, first.keys().line(), webhook);
    router.post(CallWebhook.BEGINS).handler(routes.always(recording, CallWebhook.BODY_BYTES));
    router.post("/twilio/studio/*").handler(routes.always(recording, CallWebhook.BODY_BYTES));
    var mailboxes = new HashMap<LineId, Mailbox>();
    rooms.forEach((id, of) -> mailboxes.put(id, of.messages().mailbox()));
    var messages = twilio.mailbox(mailboxes, webhook);
    router.post("/twilio/voice/*").handler(routes.always(messages, CallWebhook.BODY_BYTES));
    router
        .get("/twilio/prompts/:sound")
        .setName("prompts")
        .handler(routes.always(new PromptSound(recordings, here)));
  }

  /// Takes calls from the provider's list that no webhook told of.
  boolean take(LineId line, MissedCall call) {
    var of = rooms.containsKey(line) ? line : first.keys().line();
    return Objects.requireNonNull(rooms.get(of)).attendant().missed(call);
  }

  @Override
  public void close() {
    workers.values().stream().flatMap(List::stream).forEach(LaneWorkers::close);
  }
}
