package org.havenline.channel.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.havenline.channel.twilio.Sweeps;
import org.havenline.channel.voice.call.CallId;
import org.havenline.channel.voice.call.Caller;
import org.havenline.channel.voice.call.MissedCall;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.ContactState;
import org.havenline.privacy.KeyFolder;
import org.havenline.routingconfig.Channel;
import org.havenline.simulator.trouble.Trouble;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.party.Script;
import org.havenline.testing.Line;
import org.havenline.testing.LineTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// After an outage: the calls that no node heard of, by Twilio's list.
class CallSweepIT extends LineTest {
  private static final String HERS = "+380501234567";

  private OutageWorld world;
  private Instant start = Instant.EPOCH;

  @BeforeEach
  void open(@TempDir Path keys) {
    world = new OutageWorld(line, new KeyFolder(keys, true));
    start = line.clock.instant();
  }

  private static Script staying(int seconds) {
    return Script.person().hangUp(Duration.ofSeconds(seconds));
  }

  private int sweep() {
    int found = world.sweep.sweep(start);
    world.work();
    return found;
  }

  /// Calls while no node answers, some from withheld numbers, some from one and the same.
  private List<Call> outage(int callers, SplittableRandom random) {
    world.down = true;
    var calls = new ArrayList<Call>();
    for (int i = 0; i < callers; i++) {
      var from =
          switch (random.nextInt(4)) {
            case 0 -> "anonymous";
            case 1 -> "+266696687";
            case 2 -> HERS;
            default -> "+5215512345%03d".formatted(i % 1_000);
          };
      calls.add(world.calls(from, staying(1 + random.nextInt(90))));
      world.passes(Duration.ofSeconds(random.nextInt(100)));
    }
    world.passes(Duration.ofMinutes(4));
    world.down = false;
    return calls;
  }

  /// Calls that are in nobody's hands.
  private List<Call> lost(List<Call> calls) {
    return calls.stream()
        .filter(call ->
            world
                .contact(call)
                .filter(contact -> contact.channel() == Channel.VOICE)
                .filter(contact -> contact.left().isPresent())
                .filter(contact -> contact.state() != ContactState.CLOSED)
                .isEmpty())
        .toList();
  }

  @Test
  void everyCallOfAnOutageIsAContactToFollowUpOnce() {
    long seed = Long.getLong("calls.seed", System.nanoTime());
    // several pages of Twilio's list
    var calls = outage(Integer.getInteger("calls.outage", 80), new SplittableRandom(seed));
    assertThat(lost(calls)).hasSize(calls.size());

    assertThat(sweep()).as("seed " + seed).isEqualTo(calls.size());
    assertThat(lost(calls)).as("seed " + seed).isEmpty();
    var first = new HashMap<ContactId, Instant>();
    for (var call : calls) {
      var contact = world.contact(call).orElseThrow();
      first.putIfAbsent(
          contact.id(), call.answered().orElseThrow().truncatedTo(ChronoUnit.SECONDS));
      assertThat(contact.left().orElseThrow()).isBefore(line.clock.instant());
    }
    var contacts = line.contacts.open();
    // each in the place of her first call; who withheld her number is never taken for another
    assertThat(contacts).allMatch(one -> one.arrived().equals(first.get(one.id())));
    assertThat(contacts)
        .hasSizeGreaterThan((int) calls.stream().filter(call -> !hasNumber(call)).count());

    var before = contacts.stream().map(Contact::toString).sorted().toList();
    assertThat(sweep()).isZero();
    assertThat(line.contacts.open().stream().map(Contact::toString).sorted().toList())
        .isEqualTo(before);
    System.out.printf(
        "sweep: %d of %d calls of an outage imported, %d contacts, 0 by the next sweep%n",
        calls.size(), calls.size(), contacts.size());
  }

  private static boolean hasNumber(Call call) {
    return Caller.of(call.record().from()).number().isPresent();
  }

  /// The same with a sweep that forgets how long the outage was.
  @Test
  void callsThatASweepDoesNotBringInWouldBeFound() {
    var calls = outage(20, new SplittableRandom(1));
    world.sweep.sweep(line.clock.instant().minus(Duration.ofMinutes(9)));
    world.work();
    assertThat(lost(calls)).isNotEmpty().hasSizeLessThan(calls.size());
  }

  @Test
  void whatTheWebhookToldOfIsNotTakenAgain() {
    var waits = world.calls(HERS, staying(60));
    var leaves = world.calls("anonymous", staying(2));
    world.passes(Duration.ofMinutes(3));
    world.work();
    var before = line.contacts.open();
    assertThat(before).hasSize(2);
    assertThat(sweep()).isZero();
    // nor when our own note of them has run out
    for (var call : List.of(waits, leaves)) {
      line.redis.call("DEL", Line.KEYS.of("call:" + call.sid()));
    }
    assertThat(sweep()).isZero();
    assertThat(line.contacts.open()).hasSameSizeAs(before);
  }

  @Test
  void oneWhoIsStillOnTheLineIsTakenAndHasLeftOnceSheHangsUp() {
    world.down = true;
    var call = world.calls(HERS, staying(300));
    world.passes(Duration.ofSeconds(100));
    world.down = false;
    assertThat(sweep()).isOne();
    assertThat(call.ended()).isEmpty();
    assertThat(lost(List.of(call))).hasSize(1);
    world.passes(Duration.ofMinutes(5));
    world.work();
    assertThat(lost(List.of(call))).isEmpty();
    assertThat(world.contact(call).orElseThrow().arrived())
        .isEqualTo(call.answered().orElseThrow().truncatedTo(ChronoUnit.SECONDS));
  }

  @Test
  void whoCameThroughMeanwhileIsNotSaidToHaveLeft() {
    world.down = true;
    world.calls(HERS, staying(20));
    world.passes(Duration.ofMinutes(2));
    world.down = false;
    var now = world.calls(HERS, staying(600));
    world.passes(Duration.ofSeconds(30));
    world.work();
    assertThat(sweep()).isOne();
    assertThat(line.contacts.open()).hasSize(1);
    assertThat(world.contact(now).orElseThrow().left()).isEmpty();
  }

  @Test
  void twoWhoCalledAtOnceFromOneNumberAreTwo() {
    var now = world.calls(HERS, staying(600));
    world.passes(Duration.ofSeconds(30));
    world.down = true;
    world.calls(HERS, staying(20));
    world.passes(Duration.ofMinutes(2));
    world.down = false;
    world.work();
    assertThat(sweep()).isOne();
    assertThat(line.contacts.open()).hasSize(2);
    assertThat(world.contact(now).orElseThrow().left()).isEmpty();
  }

  @Test
  void whoseNodeDiedInTheMenuIsKnownAndHasLeft() {
    var call = world.calls(HERS, staying(40));
    world.passes(Duration.ofSeconds(2));
    world.down = true;
    world.passes(Duration.ofMinutes(2));
    world.down = false;
    assertThat(sweep()).isZero();
    assertThat(lost(List.of(call))).isEmpty();
  }

  @Test
  void troublesOfTwiliosListAreSaidAndTheNextSweepIsWhole() {
    var calls = outage(35, new SplittableRandom(2));
    var lists = new AtomicInteger();
    world.troubles =
        asked ->
            asked.method().equals("GET")
                    && asked.path().contains("/Calls")
                    && lists.incrementAndGet() == 2
                ? new Trouble.Status(503, 20503, false)
                : new Trouble.None();
    assertThatThrownBy(this::sweep).isInstanceOf(Sweeps.Incomplete.class);
    world.work();
    assertThat(lost(calls)).isNotEmpty().hasSizeLessThan(calls.size());
    assertThat(sweep()).isPositive();
    assertThat(lost(calls)).isEmpty();
  }

  @Test
  void aNodeThatDiesWhileSweepingLosesNothing() {
    world.down = true;
    var call = world.calls(HERS, staying(20));
    world.passes(Duration.ofMinutes(2));
    world.down = false;
    // written down, and then nothing more
    assertThat(
            world
                .rooms
                .calls()
                .missed(
                    new MissedCall(
                        new CallId(call.sid()),
                        Caller.of(HERS),
                        CallWorld.OURS,
                        call.answered().orElseThrow(),
                        call.ended()),
                    "call-" + call.sid()))
        .isTrue();
    world.work();
    assertThat(lost(List.of(call))).isEmpty();
    assertThat(sweep()).isZero();
  }
}
