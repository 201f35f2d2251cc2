package org.havenline.channel.twilio.voice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.havenline.channel.Address;
import org.havenline.channel.twilio.LineNumbers;
import org.havenline.channel.twilio.PublicUrl;
import org.havenline.channel.twilio.SimulatedRest;
import org.havenline.channel.twilio.TwilioSignature;
import org.havenline.channel.voice.CallRooms;
import org.havenline.channel.voice.call.CallId;
import org.havenline.contact.Contact;
import org.havenline.http.FormBody;
import org.havenline.http.Request;
import org.havenline.lane.LaneWorkers;
import org.havenline.lane.Lanes;
import org.havenline.privacy.KeyFolder;
import org.havenline.privacy.Vault;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.line.LineNumber;
import org.havenline.simulator.trouble.Trouble;
import org.havenline.simulator.voice.Incoming;
import org.havenline.simulator.voice.Switchboard;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.network.OwnNumber;
import org.havenline.simulator.voice.network.Settings;
import org.havenline.simulator.voice.party.Party;
import org.havenline.simulator.voice.party.Script;
import org.havenline.simulator.voice.time.VirtualTimeline;
import org.havenline.simulator.voice.web.WebReply;
import org.havenline.simulator.voice.web.WebRequest;
import org.havenline.simulator.web.Asked;
import org.havenline.testing.Line;
import org.havenline.translations.Reading;
import org.havenline.translations.Texts;

/// A line whose nodes can all be stopped: then Twilio takes what lies on a host elsewhere. Workers
/// are driven whenever a test says so.
final class OutageWorld {
  private static final String ACCOUNT = "AC00000000000000000000000000000001";
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";
  private static final String BASE = "https://line.example.org";
  private static final String ELSEWHERE = "https://elsewhere.example.net/";

  /// Of Twilio's list of calls.
  static final long PAGE = 30;

  private static final Texts TEXTS = ((Reading.Sound) Texts.shipped()).texts();

  final Line line;
  final VirtualTimeline time;
  final Switchboard twilio;
  final CallRooms rooms;
  final CallSweep sweep;
  boolean down;

  /// Of requests to the REST API.
  Function<Asked, Trouble> troubles = _ -> new Trouble.None();

  private final CallWebhook webhook;
  private final Lanes lanes;
  private final Map<String, String> files;

  OutageWorld(Line line, KeyFolder keys) {
    this.line = line;
    files = files();
    time = new VirtualTimeline(line.clock.instant(), this::follow);
    var own =
        new OwnNumber(
            BASE + "/twilio/voice",
            Optional.of(ELSEWHERE + files.keySet().iterator().next()),
            Optional.of(BASE + "/twilio/voice/status"));
    twilio =
        new Switchboard(
            time,
            this::serve,
            Settings.usual(ACCOUNT, TOKEN, CallWorld.OURS, own),
            _ -> Script.neverAnswers(),
            new SplittableRandom(1),
            asked -> troubles.apply(asked));
    var rest = SimulatedRest.client(twilio.rest(), ACCOUNT, TOKEN);
    var url = new PublicUrl(BASE);
    var id = Line.KEYS.line();
    rooms =
        CallRooms.of(
            new CallRooms.Ground(
                line.redis,
                Line.KEYS,
                Vault.open(keys),
                line.pseudonyms,
                line.intake,
                () -> line.tables,
                line.clock),
            new TwilioDialler(rest, new Documents(url, id)),
            CallWebhook.speech(TEXTS, _ -> Optional.empty()),
            () -> {});
    var numbers = new LineNumbers(Map.of(new Address(Channel.VOICE, CallWorld.OURS), id), id);
    webhook =
        new CallWebhook(
            new TwilioSignature(url, () -> List.of(TOKEN)),
            url,
            () -> numbers,
            Map.of(id, rooms),
            id,
            line.intake);
    sweep =
        new CallSweep(
            rest, () -> numbers, (_, call) -> rooms.attendant().missed(call), line.clock, PAGE);
    lanes = new Lanes(line.redis, Line.KEYS, "calls", CallRooms.LEASE, line.clock);
  }

  private static Map<String, String> files() {
    return FallbackFilesTest.files(
        FallbackFilesTest.line(List.of(new LineNumber(CallWorld.OURS, Set.of(Channel.VOICE), ""))));
  }

  private WebReply serve(WebRequest asked) {
    follow();
    if (asked.url().startsWith(ELSEWHERE)) {
      return Optional.ofNullable(files.get(asked.url().substring(ELSEWHERE.length())))
          .map(WebReply::twiml)
          .orElse(new WebReply(404, "", ""));
    }
    if (down) {
      return WebReply.NONE;
    }
    var target = asked.url().substring(BASE.length());
    var answer =
        webhook.answer(
            new Request(
                "POST",
                target,
                target.replaceFirst("\\?.*", ""),
                Map.of("x-twilio-signature", List.of(asked.signature())),
                Map.of(),
                FormBody.ofQuery(target).text(),
                asked.form().encoded().getBytes(UTF_8)));
    return new WebReply(
        answer.status(),
        answer.headers().getOrDefault("content-type", "text/plain"),
        new String(answer.body(), UTF_8));
  }

  private void follow() {
    line.clock.move(Duration.between(line.clock.instant(), time.instant()));
  }

  Call calls(String from, Party party) {
    return twilio.dial(new Incoming(from, CallWorld.OURS), party);
  }

  void passes(Duration duration) {
    time.pass(duration);
    follow();
  }

  /// What the threads of a node do, if there is one.
  void work() {
    all(line.inbox, line.intake);
    all(lanes, rooms.switchboard());
    all(line.inbox, line.intake);
  }

  private static void all(Lanes lanes, LaneWorkers.Work work) {
    for (var claim = lanes.claim(); claim.isPresent(); claim = lanes.claim()) {
      work.perform(claim.get());
    }
  }

  /// Hers, if the call is in anybody's.
  Optional<Contact> contact(Call call) {
    return rooms
        .calls()
        .find(new CallId(call.sid()))
        .flatMap(found -> line.contacts.last(found.person()))
        .flatMap(line.contacts::find);
  }
}
