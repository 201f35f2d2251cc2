package org.havenline.channel.twilio.voice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.havenline.channel.Address;
import org.havenline.channel.twilio.LineNumbers;
import org.havenline.channel.twilio.PublicUrl;
import org.havenline.channel.twilio.SimulatedRest;
import org.havenline.channel.twilio.TwilioSignature;
import org.havenline.channel.twilio.mailbox.MailboxDoor;
import org.havenline.channel.voice.CallRooms;
import org.havenline.channel.voice.call.CallId;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactState;
import org.havenline.http.Endpoint;
import org.havenline.http.FormBody;
import org.havenline.http.Request;
import org.havenline.http.Response;
import org.havenline.lane.LaneWorkers;
import org.havenline.lane.Lanes;
import org.havenline.privacy.KeyFolder;
import org.havenline.privacy.Vault;
import org.havenline.routingconfig.Channel;
import org.havenline.simulator.trouble.Trouble;
import org.havenline.simulator.voice.Incoming;
import org.havenline.simulator.voice.Switchboard;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.network.OwnNumber;
import org.havenline.simulator.voice.network.Settings;
import org.havenline.simulator.voice.party.EndReason;
import org.havenline.simulator.voice.party.Party;
import org.havenline.simulator.voice.party.Phonebook;
import org.havenline.simulator.voice.time.VirtualTimeline;
import org.havenline.simulator.voice.web.Disorder;
import org.havenline.simulator.voice.web.WebReply;
import org.havenline.simulator.voice.web.WebRequest;
import org.havenline.simulator.web.Asked;
import org.havenline.simulator.web.Form;
import org.havenline.simulator.webhook.Signature;
import org.havenline.testing.Line;
import org.havenline.testing.Telephones;
import org.havenline.translations.Reading;
import org.havenline.translations.Texts;

/// A line with calls, as the simulator's Twilio and its telephones meet it: signed requests,
/// documents executed, the REST API, all on virtual time. Workers and timers of the house are
/// driven whenever something was asked, and every few seconds.
final class CallWorld {
  static final String OURS = "+15005550006";
  private static final String ACCOUNT = "AC00000000000000000000000000000001";
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";
  private static final String BASE = "https://line.example.org";
  private static final Texts TEXTS = ((Reading.Sound) Texts.shipped()).texts();
  private static final Duration TICK = Duration.ofSeconds(4);

  final Line line;
  final VirtualTimeline time;
  final Switchboard twilio;
  final CallRooms rooms;
  final List<String> documents = new ArrayList<>();
  private final Endpoint webhook;
  final PlayedMessages messages;
  private final UnaryOperator<String> fault;
  private final Lanes lanes;
  final Shift shift;
  private long heard;

  /// What never reaches the house.
  Predicate<WebRequest> lost = _ -> false;

  private boolean dirty;

  /// What a seed decides besides the parties.
  ///
  /// @param callsPerSecond at most so many REST calls start in a second
  /// @param fault planted into each document, to be found
  record Weather(
      long seed,
      int callsPerSecond,
      Disorder disorder,
      Function<Asked, Trouble> troubles,
      UnaryOperator<String> fault) {
    static final Weather FAIR =
        new Weather(1, 100, Disorder.NONE, _ -> new Trouble.None(), UnaryOperator.identity());
  }

  /// @param keys for what only calls seal
  CallWorld(Line line, KeyFolder keys, Weather weather, Phonebook phones) {
    this.line = line;
    shift = new Shift(line);
    fault = weather.fault();
    line.tables = Telephones.given(line.tables);
    time = new VirtualTimeline(line.clock.instant(), this::settle);
    var own =
        new OwnNumber(
            BASE + "/twilio/voice", Optional.empty(), Optional.of(BASE + "/twilio/voice/status"));
    twilio =
        new Switchboard(
            time,
            this::serve,
            Settings.usual(ACCOUNT, TOKEN, OURS, own)
                .with(weather.callsPerSecond(), weather.disorder()),
            phones,
            new SplittableRandom(weather.seed()),
            weather.troubles());
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
            new TwilioDialler(
                SimulatedRest.client(twilio.rest(), ACCOUNT, TOKEN), new Documents(url, id)),
            CallWebhook.speech(TEXTS, PlayedRecordings.of(line)::of),
            () -> {});
    var signature = new TwilioSignature(url, () -> List.of(TOKEN));
    messages = new PlayedMessages(line, rooms, twilio, ACCOUNT, TOKEN);
    var calls =
        new CallWebhook(
            signature,
            url,
            () -> new LineNumbers(Map.of(new Address(Channel.VOICE, OURS), id), id),
            Map.of(id, rooms),
            id,
            line.intake);
    webhook = new MailboxDoor(signature, url, Map.of(id, rooms.messages().mailbox()), calls);
    lanes = new Lanes(line.redis, Line.KEYS, "calls", CallRooms.LEASE, line.clock);
    heard = line.events.last();
    tick();
  }

  private void tick() {
    dirty = true;
    var _ = time.after(TICK, this::tick);
  }

  private WebReply serve(WebRequest asked) {
    dirty = true;
    follow();
    if (lost.test(asked)) {
      return new WebReply(503, "text/plain", "");
    }
    if (asked.method().equals("GET")) {
      return PlayedRecordings.fetched(line, asked, BASE);
    }
    var answer =
        post(asked.url().substring(BASE.length()), asked.form().encoded(), asked.signature());
    var body = fault.apply(new String(answer.body(), UTF_8));
    documents.addAll(body.isEmpty() ? List.of() : List.of(body));
    return new WebReply(
        answer.status(), answer.headers().getOrDefault("content-type", "text/plain"), body);
  }

  /// As Twilio asks.
  Response signed(String target, Form form) {
    return post(target, form.encoded(), new Signature(TOKEN).of(BASE + target, form));
  }

  Response post(String target, String form, String signature) {
    return webhook.answer(
        new Request(
            "POST",
            target,
            target.replaceFirst("\\?.*", ""),
            Map.of("x-twilio-signature", List.of(signature)),
            Map.of(),
            FormBody.ofQuery(target).text(),
            form.getBytes(UTF_8)));
  }

  private void follow() {
    line.clock.move(Duration.between(line.clock.instant(), time.instant()));
  }

  /// What the house's own threads do.
  private void settle() {
    follow();
    boolean more = dirty;
    dirty = false;
    while (more) {
      shift.comesAndGoes();
      all(line.inbox, line.intake);
      shift.dueTimers();
      line.asking.askAll();
      var events = line.events.after(heard, 1_000);
      events.forEach(rooms::hear);
      heard = events.isEmpty() ? heard : events.getLast().seq();
      all(lanes, rooms.switchboard());
      messages.fetch();
      more = !events.isEmpty();
    }
  }

  static void all(Lanes lanes, LaneWorkers.Work work) {
    for (var claim = lanes.claim(); claim.isPresent(); claim = lanes.claim()) {
      work.perform(claim.get());
    }
  }

  CallWorld onDuty(String... ids) {
    shift.begins(ids);
    return this;
  }

  void closes(Contact contact) {
    shift.closes(contact);
  }

  Call calls(String from, Party party) {
    return twilio.dial(new Incoming(from, OURS), party);
  }

  String phone(String id) {
    return Telephones.of(line, id);
  }

  Contact contact(Call call) {
    var person = rooms.calls().find(new CallId(call.sid())).orElseThrow().person();
    return line.contact(line.contacts.last(person).orElseThrow());
  }

  /// Whom she talked with, by the telephones.
  List<String> partners(Call call) {
    return twilio.ledger().partnersOf(call.sid()).stream()
        .flatMap(sid -> twilio.call(sid).stream())
        .map(leg -> Telephones.owner(line, leg.record().to()))
        .sorted()
        .toList();
  }

  /// What must never be, whatever happens.
  List<String> broken() {
    var broken = new ArrayList<String>();
    twilio.ledger().faults().forEach(fault -> broken.add(fault.toString()));
    twilio.ledger().recordings().forEach(one -> broken.add("recorded: " + one));
    documents.forEach(document -> broken.addAll(TwimlRules.broken(document)));
    broken.addAll(new Bridges(twilio, line).broken());
    line.brokenInvariants().forEach((what, why) -> broken.add(what + ": " + why));
    for (var call : twilio.calls()) {
      boolean hers = call.record().to().equals(OURS);
      var why = call.why();
      if (why.isEmpty()) {
        broken.add((hers ? "a caller" : "an orphan leg") + " that is not over: " + call.status());
      } else if (hers && why.get() != EndReason.PARTY_HUNG_UP && !isClosed(call)) {
        broken.add("a caller was cut off: " + why.get());
      }
    }
    return broken.stream().distinct().toList();
  }

  private boolean isClosed(Call call) {
    return rooms
        .calls()
        .find(new CallId(call.sid()))
        .flatMap(found -> found.contact())
        .flatMap(line.contacts::find)
        .filter(contact -> contact.state() == ContactState.CLOSED)
        .isPresent();
  }
}
