package org.havenline.channel.twilio.voice;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.havenline.channel.voice.Speech;
import org.havenline.channel.voice.call.CallId;
import org.havenline.channel.voice.mailbox.Mailbox;
import org.havenline.channel.voice.prompt.Tapes;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactState;
import org.havenline.contact.ResponderId;
import org.havenline.conversation.Message;
import org.havenline.queue.Tables;
import org.havenline.routingconfig.line.Line;
import org.havenline.routingconfig.line.Voicemail;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.party.EndReason;
import org.havenline.simulator.voice.party.Handset;
import org.havenline.simulator.voice.party.Script;
import org.havenline.simulator.web.Form;
import org.junit.jupiter.api.Test;

/// Messages that callers leave, as they hear it: where it is allowed, and where not.
class MailboxIT extends SimulatedCalls {
  private static final String OFFER = Caller.words("callMessageOffer", "uk", 5);
  private static final String BEGIN = Caller.words("callMessageBegin", "uk", 5);
  private static final String DONE = Caller.words("callMessageDone", "uk", 5);

  /// What is recorded here is recorded rightly; all else must be as always.
  @Override
  void nothingIsBroken() {
    world.shift.ends();
    world.time.pass(MINUTE.multipliedBy(3));
    assertThat(world.broken()).allMatch(fault -> fault.startsWith("recorded: "));
  }

  private void allows(Voicemail voicemail) {
    line.tables = allowing(line.tables, voicemail);
  }

  private static Tables allowing(Tables all, Voicemail voicemail) {
    var of = all.line();
    var allowing =
        new Line(
            of.id(),
            of.name(),
            of.numbers(),
            of.languages(),
            of.country(),
            of.timeZone(),
            of.plan(),
            of.hours(),
            of.askLanguage(),
            of.askPlacesAfter(),
            of.dutyPhone(),
            of.talk(),
            voicemail);
    return new Tables(all.whole(), allowing, all.plan(), all.staff(), all.ruling());
  }

  /// Chooses Ukrainian, presses 5 once she hears what for, speaks for so long, and presses a key.
  private static Script leaves(int speaks, int stays) {
    return she(stays)
        .hearing(OFFER, once(phone -> phone.press(Duration.ofSeconds(1), "5")))
        .hearing("BEEP", phone -> phone.speak(Duration.ofSeconds(1), "I am here"))
        .hearing("BEEP", phone -> phone.press(Duration.ofMillis(speaks * 1_000L + 500), "1"));
  }

  /// She hears the offer again as long as she waits.
  private static Consumer<Handset> once(Consumer<Handset> deed) {
    var done = new AtomicBoolean();
    return phone -> {
      if (!done.getAndSet(true)) {
        deed.accept(phone);
      }
    };
  }

  private List<String> heard(Call call) {
    return world.twilio.ledger().heardBy(call.sid());
  }

  private List<Message> spoken(Contact contact) {
    return line.conversations.messages(contact.id(), 0, 100).stream()
        .filter(message -> !message.voice().isEmpty())
        .toList();
  }

  private Message only(Call call) {
    var all = spoken(world.contact(call));
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private Optional<byte[]> sound(Call call) {
    return line.conversations.sound(world.contact(call).id(), only(call).id());
  }

  @Test
  void sheLeavesAMessageAndWaitsOnInHerPlace() {
    allows(Voicemail.ALWAYS);
    var call = world.calls(HERS, leaves(10, 120));
    world.time.pass(MINUTE);
    var place = world.contact(call).place().virtualArrival();
    world.time.pass(Duration.ofSeconds(50));
    assertThat(heard(call)).containsSubsequence(OFFER, BEGIN, "BEEP", DONE);
    assertThat(heard(call).getLast()).as("she waits on").isNotEqualTo(DONE);
    var contact = world.contact(call);
    assertThat(contact.state()).isNotEqualTo(ContactState.CLOSED);
    assertThat(contact.place().virtualArrival()).isEqualTo(place);
    assertThat(only(call).voice()).isEqualTo("there 10");
    assertThat(only(call).heard()).isFalse();
    assertThat(sound(call).orElseThrow().length).isBetween(70_000, 90_000);
    assertThat(world.twilio.ledger().recordings()).hasSize(1);
    assertThat(world.twilio.ledger().kept()).as("deleted at Twilio").isEmpty();
    world.time.pass(MINUTE);
    assertThat(call.why()).hasValue(EndReason.PARTY_HUNG_UP);
    assertThat(world.contact(call).state()).as("unheard").isNotEqualTo(ContactState.CLOSED);
  }

  @Test
  void offTheKeyIsAWrongKeyAndNothingIsRecorded() {
    var call =
        world.calls(
            HERS,
            she(90)
                .hearing(
                    Caller.words("callNext", "uk", 0),
                    phone -> phone.press(MINUTE.dividedBy(30), "5")));
    world.time.pass(MINUTE.multipliedBy(2));
    assertThat(heard(call)).doesNotContain(OFFER, BEGIN, "BEEP");
    assertThat(world.twilio.ledger().recordings()).isEmpty();
    assertThat(world.broken()).isEmpty();
    assertThat(world.documents).noneMatch(document -> document.contains("Record"));
  }

  @Test
  void forClosedHoursItIsNotOfferedWhileTheLineIsOpen() {
    allows(Voicemail.CLOSED);
    assertThat(
            line.tables
                .plan()
                .isOpen(org.havenline.routingconfig.Channel.VOICE, line.clock.instant()))
        .isTrue();
    var call = world.calls(HERS, leaves(10, 90));
    world.time.pass(MINUTE.multipliedBy(2));
    assertThat(heard(call)).doesNotContain(OFFER);
    assertThat(world.twilio.ledger().recordings()).isEmpty();
  }

  /// The national tables answer calls from 8 to 22 h.
  @Test
  void inClosedHoursItIsOpen() {
    var call = world.calls(HERS, she(60));
    world.time.pass(Duration.ofSeconds(20));
    var waiting = world.rooms.calls().find(new CallId(call.sid())).orElseThrow();
    var tables = Tables.of(FallbackFilesTest.NATIONAL_TABLES, "national");
    var closed = allowing(tables, Voicemail.CLOSED);
    assertThat(at("2026-03-03T17:00:00Z", closed).isOpenTo(waiting)).isFalse();
    assertThat(at("2026-03-03T08:00:00Z", closed).isOpenTo(waiting)).isTrue();
    assertThat(at("2026-03-03T08:00:00Z", tables).isOpenTo(waiting)).isFalse();
  }

  private Mailbox at(String moment, Tables tables) {
    return new Mailbox(
        world.rooms.calls(),
        world.rooms.messages().tapes(),
        () -> tables,
        new Speech(Caller.TEXTS, _ -> true),
        () -> Instant.parse(moment));
  }

  /// Whatever leads there: no document records for a call whose line does not allow it.
  @Test
  void theAddressThatRecordsDoesNotWhereItIsOffOrNotSigned() {
    var call = world.calls(HERS, she(60));
    world.time.pass(Duration.ofSeconds(20));
    var target = "/twilio/voice/message/record?line=demo";
    var form = "CallSid=" + call.sid();
    assertThat(world.post(target, form, "forged").status()).isEqualTo(403);
    assertThat(signed(target, call)).doesNotContain("<Record");
    allows(Voicemail.ALWAYS);
    assertThat(signed(target, call)).as("the same would be seen").contains("<Record");
    assertThat(world.post(target, form, "forged").status()).isEqualTo(403);
  }

  private String signed(String target, Call call) {
    return new String(
        world.signed(target, Form.EMPTY.and("CallSid", call.sid())).body(), ISO_8859_1);
  }

  @Test
  void sheMayHangUpWhileSheSpeaks() {
    allows(Voicemail.ALWAYS);
    var call = world.calls(HERS, hangsUpSpeaking());
    world.time.pass(MINUTE.multipliedBy(2));
    assertThat(only(call).voice()).isEqualTo("there 8");
    assertThat(world.twilio.ledger().kept()).isEmpty();
    assertThat(world.contact(call).left()).isPresent();
  }

  private static Script hangsUpSpeaking() {
    return she(200)
        .hearing(OFFER, phone -> phone.press(Duration.ofSeconds(1), "5"))
        .hearing("BEEP", phone -> phone.speak(Duration.ofSeconds(1), "I am here"))
        .hearing("BEEP", phone -> phone.hangUp(Duration.ofMillis(8_500)));
  }

  @Test
  void whoeverIsFreeMeanwhileTakesHerFromTheToneAndWhatShehasSaidIsKept() {
    allows(Voicemail.ALWAYS);
    var call = world.calls(HERS, leaves(100, 200));
    world.time.pass(Duration.ofSeconds(60));
    assertThat(heard(call).getLast()).isEqualTo("BEEP");
    has("oksana", takes());
    world.time.pass(Duration.ofSeconds(40));
    assertThat(world.partners(call)).containsExactly("oksana");
    assertThat(only(call).voice()).startsWith("there ");
  }

  @Test
  void aReportThatComesTwiceChangesNothing() {
    allows(Voicemail.ALWAYS);
    var call = world.calls(HERS, leaves(10, 240));
    world.time.pass(MINUTE.multipliedBy(2));
    var before = line.redis.call("HGETALL", message(call)).fields().keySet();
    var tape = world.twilio.ledger().recordings().getFirst().sid();
    for (var path : List.of("tape", "left", "tape")) {
      world.signed(
          "/twilio/voice/message/" + path + "?line=demo",
          Form.EMPTY.and("CallSid", call.sid()).and("RecordingSid", tape));
      world.time.pass(Duration.ofSeconds(10));
    }
    assertThat(only(call).voice()).isEqualTo("there 10");
    assertThat(line.redis.call("HGETALL", message(call)).fields().keySet()).isEqualTo(before);
  }

  private String message(Call call) {
    return org.havenline.testing.Line.KEYS.message(only(call).id());
  }

  @Test
  void aRecordingOfWhichNothingWasReportedIsFoundAllTheSame() {
    allows(Voicemail.ALWAYS);
    world.lost = asked -> asked.url().contains("/message/") && !asked.url().contains("record");
    var call = world.calls(HERS, hangsUpSpeaking());
    world.time.pass(MINUTE.multipliedBy(2));
    assertThat(spoken(world.contact(call))).isEmpty();
    assertThat(world.twilio.ledger().kept()).hasSize(1);
    world.time.pass(MINUTE.multipliedBy(5));
    assertThat(only(call).voice()).isEqualTo("there 8");
    assertThat(world.twilio.ledger().kept()).isEmpty();
  }

  /// The node dies after each step in turn: at each of them the store is as it was then.
  @Test
  void aNodeThatDiesBetweenFetchingAndDeletingLosesNothing() {
    allows(Voicemail.ALWAYS);
    var deaths = new ArrayList<String>();
    world.messages.by(tapes -> new Dying(tapes, deaths));
    var call = world.calls(HERS, leaves(10, 240));
    world.time.pass(MINUTE.multipliedBy(2));
    assertThat(deaths).startsWith("to fetch");
    world.time.pass(MINUTE.multipliedBy(10));
    assertThat(deaths).containsExactly("to fetch", "fetched", "to delete", "deleted");
    assertThat(only(call).voice()).isEqualTo("there 10");
    assertThat(sound(call)).isPresent();
    assertThat(world.twilio.ledger().kept()).isEmpty();
    assertThat(line.redis.call("ZCARD", org.havenline.testing.Line.KEYS.of("tapes")).number())
        .isZero();
  }

  /// Dies once before and once after each step, before anybody hears of it.
  private record Dying(Tapes tapes, List<String> deaths) implements Tapes {
    @Override
    public Optional<byte[]> fetch(String sid) {
      dies("to fetch");
      var file = tapes.fetch(sid);
      dies("fetched");
      return file;
    }

    @Override
    public Optional<List<String>> of(String call) {
      return tapes.of(call);
    }

    @Override
    public boolean delete(String sid) {
      dies("to delete");
      boolean gone = tapes.delete(sid);
      dies("deleted");
      return gone;
    }

    private void dies(String what) {
      if (!deaths.contains(what)) {
        deaths.add(what);
        throw new PlayedMessages.Died();
      }
    }
  }

  @Test
  void whatCannotBeReadOrHasNothingInItIsSaidPlainly() {
    allows(Voicemail.ALWAYS);
    world.messages.by(tapes -> new Giving(tapes, "<html>no sound</html>".getBytes(ISO_8859_1)));
    var call = world.calls(HERS, leaves(10, 240));
    world.time.pass(MINUTE.multipliedBy(2));
    assertThat(only(call).voice()).isEqualTo("unreadable");
    assertThat(sound(call)).isEmpty();
    assertThat(world.twilio.ledger().kept()).as("for somebody to look at").hasSize(1);
    world.messages.by(tapes -> new Giving(tapes, PlayedRecordings.tone(8_000, 1, 16, 0.1)));
    world.time.pass(MINUTE.multipliedBy(2));
    assertThat(only(call).voice()).isEqualTo("empty");
    assertThat(world.twilio.ledger().kept()).isEmpty();
  }

  @Test
  void aWhisperIsNotTakenForSilenceAndWhatIsTooLongIsRefused() {
    allows(Voicemail.ALWAYS);
    var soft =
        PlayedRecordings.wav(
            new javax.sound.sampled.AudioFormat(8_000, 16, 1, true, false), new byte[64_000]);
    world.messages.by(tapes -> new Giving(tapes, soft));
    var call = world.calls(HERS, leaves(10, 240));
    world.time.pass(MINUTE.multipliedBy(2));
    assertThat(only(call).voice()).isEqualTo("there 4 soft");
    world.messages.by(tapes -> new Giving(tapes, PlayedRecordings.tone(8_000, 1, 16, 200)));
    var other = world.calls("+380501234568", leaves(10, 240));
    world.time.pass(MINUTE.multipliedBy(2));
    assertThat(only(other).voice()).isEqualTo("unreadable");
  }

  /// Gives this for every recording.
  private record Giving(Tapes tapes, byte[] file) implements Tapes {
    @Override
    public Optional<byte[]> fetch(String sid) {
      return Optional.of(file);
    }

    @Override
    public Optional<List<String>> of(String call) {
      return tapes.of(call);
    }

    @Override
    public boolean delete(String sid) {
      return tapes.delete(sid);
    }
  }

  @Test
  void onlyItsOwnerListensAndItIsSealed() {
    allows(Voicemail.ALWAYS);
    var call = world.calls(HERS, leaves(10, 60));
    world.time.pass(MINUTE.multipliedBy(2));
    var id = world.contact(call).id();
    var sound = sound(call).orElseThrow();
    var message = only(call).id();
    line.presence.available(new ResponderId("oksana"));
    line.asking.askAll();
    var offered = line.contact(id);
    assertThat(offered.offered()).isPresent();
    var owner = offered.offered().orElseThrow().reasons().keySet().iterator().next();
    line.offers.accept(new org.havenline.offer.Offer(id, offered.epoch()), owner);
    var epoch = line.contact(id).epoch();
    assertThat(line.conversations.listens(id, new ResponderId("miriam"), epoch, message)).isFalse();
    assertThat(line.conversations.listens(id, owner, epoch - 1, message)).isFalse();
    assertThat(only(call).heard()).isFalse();
    assertThat(line.conversations.listens(id, owner, epoch, message)).isTrue();
    assertThat(only(call).heard()).isTrue();
    var somewhere = new String(sound, ISO_8859_1).substring(2_000, 2_040);
    assertThat(stored()).isNotEmpty().noneMatch(value -> value.contains(somewhere));
    assertThat(new String(sound, ISO_8859_1)).as("it would be found").contains(somewhere);
  }

  /// Every value of the store, as bytes.
  private List<String> stored() {
    return line.redis.call("KEYS", "*").texts().stream()
        .map(key -> line.redis.call("DUMP", key).optionalBytes())
        .flatMap(Optional::stream)
        .map(bytes -> new String(bytes, ISO_8859_1))
        .toList();
  }
}
