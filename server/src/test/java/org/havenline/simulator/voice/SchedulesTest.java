package org.havenline.simulator.voice;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.ledger.Ledger;
import org.havenline.simulator.voice.party.Party;
import org.havenline.simulator.voice.party.Script;
import org.havenline.simulator.voice.web.Disorder;
import org.havenline.simulator.voice.web.WebRequest;
import org.junit.jupiter.api.Test;

/// Callers and responders who do anything at any moment, with callbacks late, repeated and in any
/// order.
final class SchedulesTest {
  private static final int SCHEDULES = Integer.getInteger("havenline.schedules", 1_000);
  private static final Disorder DISORDER = new Disorder(Duration.ofSeconds(20), 0.3);
  private static final List<String> RESPONDERS =
      List.of(Rig.FIRST, Rig.SECOND, "+12025550173", "+12025550174");

  @Test
  void whateverHappensEachCallerHasAtMostOneResponderAndNoLegIsLeft() {
    int bridged = 0;
    for (long seed = 1; seed <= SCHEDULES; seed++) {
      var rig = play(seed, true);
      assertThat(wrongs(rig)).as("seed %d", seed).isEmpty();
      bridged += rig.switchboard.ledger().talks().isEmpty() ? 0 : 1;
    }
    assertThat(bridged).as("schedules in which somebody talked").isGreaterThan(SCHEDULES / 3);
  }

  @Test
  void serverThatGivesHerToTwoIsCaught() {
    long caught = 0;
    for (long seed = 1; seed <= 100; seed++) {
      caught += wrongs(play(seed, false)).isEmpty() ? 0 : 1;
    }
    assertThat(caught).as("of 100 schedules").isGreaterThan(5);
  }

  @Test
  void sameSeedPlaysTheSameSchedule() {
    var one = play(42, true);
    var other = play(42, true);

    assertThat(one.requests.stream().map(WebRequest::form))
        .containsExactlyElementsOf(other.requests.stream().map(WebRequest::form).toList());
    assertThat(one.switchboard.ledger().heard()).isEqualTo(other.switchboard.ledger().heard());
  }

  private static Rig play(long seed, boolean claims) {
    var random = new SplittableRandom(seed);
    var rig = new Rig(seed, DISORDER, 1 + random.nextInt(3));
    var _ = new Desk(rig, RESPONDERS, claims);
    RESPONDERS.forEach(number -> rig.phone(number, responder(random)));
    int callers = 1 + random.nextInt(3);
    for (int i = 0; i < callers; i++) {
      rig.switchboard.dial(
          new Incoming("+1202555019" + i, Rig.LINE),
          Script.person().hangUp(ofMillis(random.nextLong(120_000))));
      rig.time.pass(ofMillis(random.nextLong(10_000)));
    }
    rig.time.pass(Duration.ofMinutes(3));
    return rig;
  }

  private static Party responder(RandomGenerator random) {
    var soon = ofMillis(random.nextLong(25_000));
    return switch (random.nextInt(8)) {
      case 0 -> Script.voicemail(soon);
      case 1 -> Script.busy();
      case 2 -> Script.neverAnswers();
      case 3 -> Script.unreachable();
      default ->
          Script.picksUp(soon)
              .press(ofMillis(random.nextLong(9_000)), random.nextInt(4) == 0 ? "2" : "1")
              .hangUp(ofMillis(random.nextLong(90_000)));
    };
  }

  /// What must not be, three minutes after the last caller: she has hung up after two at most.
  private static List<String> wrongs(Rig rig) {
    var wrongs = new ArrayList<String>();
    Ledger ledger = rig.switchboard.ledger();
    for (Call call : rig.switchboard.calls()) {
      if (!call.status().over()) {
        wrongs.add("a leg is left");
      }
      if (call.record().direction().toString().equals("inbound")
          && ledger.partnersOf(call.sid()).size() > 1) {
        wrongs.add("she was given to two");
      }
    }
    ledger.faults().forEach(fault -> wrongs.add("fault " + fault.code()));
    ledger.now().forEach(_ -> wrongs.add("a talk goes on"));
    var ended = new HashSet<String>();
    ledger.ended().stream()
        .filter(e -> !ended.add(e.call()))
        .forEach(_ -> wrongs.add("ended twice"));
    ledger.heard().stream().filter(h -> h.to() == null).forEach(_ -> wrongs.add("a sound goes on"));
    return wrongs;
  }
}
