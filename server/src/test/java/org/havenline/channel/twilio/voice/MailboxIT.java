package org.havenline.channel.twilio.voice;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.havenline.channel.voice.Speech;
import org.havenline.channel.voice.call.CallId;
import org.havenline.channel.voice.mailbox.Mailbox;
import org.havenline.contact.ContactState;
import org.havenline.contact.ResponderId;
import org.havenline.queue.Tables;
import org.havenline.routingconfig.line.Voicemail;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.party.EndReason;
import org.havenline.simulator.web.Form;
import org.junit.jupiter.api.Test;

/// Messages that callers leave, as they hear it: where it is allowed, and where not.
class MailboxIT extends SpokenMessages {
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
