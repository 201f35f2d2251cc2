package org.havenline.channel.twilio.voice;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.havenline.channel.voice.prompt.Tapes;
import org.havenline.routingconfig.line.Voicemail;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.web.Form;
import org.junit.jupiter.api.Test;

/// What becomes of a message on its way home, whatever is lost, comes twice, dies or is broken.
class KeptMessagesIT extends SpokenMessages {
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
}
