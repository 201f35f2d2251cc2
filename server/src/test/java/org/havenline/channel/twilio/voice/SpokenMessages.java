package org.havenline.channel.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.havenline.channel.voice.prompt.Tapes;
import org.havenline.contact.Contact;
import org.havenline.conversation.Message;
import org.havenline.queue.Tables;
import org.havenline.routingconfig.line.Line;
import org.havenline.routingconfig.line.Voicemail;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.party.Handset;
import org.havenline.simulator.voice.party.Script;
import org.junit.jupiter.api.AfterEach;

/// A line on which callers may leave messages, and callers who do.
abstract class SpokenMessages extends SimulatedCalls {
  static final String OFFER = Caller.words("callMessageOffer", "uk", 5);
  static final String BEGIN = Caller.words("callMessageBegin", "uk", 5);
  static final String DONE = Caller.words("callMessageDone", "uk", 5);

  /// What is recorded here is recorded rightly; all else must be as always.
  @AfterEach
  @Override
  void nothingIsBroken() {
    world.shift.ends();
    world.time.pass(MINUTE.multipliedBy(3));
    assertThat(world.broken()).allMatch(fault -> fault.startsWith("recorded: "));
  }

  void allows(Voicemail voicemail) {
    line.tables = allowing(line.tables, voicemail);
  }

  static Tables allowing(Tables all, Voicemail voicemail) {
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
  static Script leaves(int speaks, int stays) {
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

  List<String> heard(Call call) {
    return world.twilio.ledger().heardBy(call.sid());
  }

  List<Message> spoken(Contact contact) {
    return line.conversations.messages(contact.id(), 0, 100).stream()
        .filter(message -> !message.voice().isEmpty())
        .toList();
  }

  Message only(Call call) {
    var all = spoken(world.contact(call));
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  Optional<byte[]> sound(Call call) {
    return line.conversations.sound(world.contact(call).id(), only(call).id());
  }

  static Script hangsUpSpeaking() {
    return she(200)
        .hearing(OFFER, phone -> phone.press(Duration.ofSeconds(1), "5"))
        .hearing("BEEP", phone -> phone.speak(Duration.ofSeconds(1), "I am here"))
        .hearing("BEEP", phone -> phone.hangUp(Duration.ofMillis(8_500)));
  }

  /// Gives this for every recording.
  record Giving(Tapes tapes, byte[] file) implements Tapes {
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
}
