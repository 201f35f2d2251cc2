package org.havenline.channel.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.havenline.simulator.voice.Incoming;
import org.havenline.simulator.voice.Switchboard;
import org.havenline.simulator.voice.call.Call;
import org.havenline.simulator.voice.network.OwnNumber;
import org.havenline.simulator.voice.network.Settings;
import org.havenline.simulator.voice.party.EndReason;
import org.havenline.simulator.voice.party.Party;
import org.havenline.simulator.voice.party.Script;
import org.havenline.simulator.voice.time.VirtualTimeline;
import org.havenline.simulator.voice.web.WebReply;
import org.havenline.simulator.voice.web.WebRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// No server of ours answers, and callers hear what lies on a host elsewhere.
class NodesDownTest {
  private static final String OURS = "https://line.example.org";
  private static final String ELSEWHERE = "https://elsewhere.example.net/down/";
  private static final String NUMBER = FallbackFilesTest.NUMBER;
  private static final String HELLO =
      "Hello. Please stay on the line. We are trying to reach someone.";
  private static final String LATER = "Nobody can talk right now. Please call again later.";
  private static final int CALLERS = 200;
  private static final String MENU =
      "<Response><Gather action=\"menu\" numDigits=\"1\" actionOnEmptyResult=\"true\">"
          + "<Say>English, press 1.</Say></Gather></Response>";

  /// How a server does not answer.
  enum Outage {
    /// Nobody listens, or nothing comes within Twilio's 15 seconds.
    SILENT,
    BROKEN,
    /// Its store is away.
    UNAVAILABLE,
    /// It dies after she has heard the menu.
    DIES_IN_THE_CALL;

    WebReply answer(WebRequest asked) {
      return switch (this) {
        case SILENT -> WebReply.NONE;
        case BROKEN -> new WebReply(500, "text/html", "<html>");
        case UNAVAILABLE -> new WebReply(503, "", "");
        case DIES_IN_THE_CALL ->
            asked.url().equals(OURS + "/twilio/voice") ? WebReply.twiml(MENU) : WebReply.NONE;
      };
    }
  }

  private final VirtualTimeline time = new VirtualTimeline(Instant.parse("2026-03-10T02:00:00Z"));

  private Switchboard twilio(Outage outage, boolean fallback, Function<String, Party> phones) {
    var files = FallbackFilesTest.files(FallbackFilesTest.NATIONAL);
    var name = FallbackCalls.name(FallbackFilesTest.NATIONAL, NUMBER);
    var own =
        new OwnNumber(
            OURS + "/twilio/voice",
            Optional.of(ELSEWHERE + name).filter(_ -> fallback),
            Optional.of(OURS + "/twilio/voice/status"));
    return new Switchboard(
        time,
        asked ->
            asked.url().startsWith(ELSEWHERE)
                ? Optional.ofNullable(files.get(asked.url().substring(ELSEWHERE.length())))
                    .map(WebReply::twiml)
                    .orElse(new WebReply(404, "", ""))
                : outage.answer(asked),
        Settings.usual("AC00000000000000000000000000000001", "token", NUMBER, own),
        phones::apply,
        new SplittableRandom(1));
  }

  @ParameterizedTest
  @EnumSource(Outage.class)
  void everyCallerHearsThatSomebodyIsBeingReachedAndNobodyIsCutOff(Outage outage) {
    var random = new SplittableRandom(outage.name().hashCode());
    var at = new RandomParties(random);
    var twilio = twilio(outage, true, _ -> duty(random));
    var calls = new ArrayList<Call>();
    for (int i = 0; i < CALLERS; i++) {
      calls.add(
          twilio.dial(
              new Incoming(at.number(), NUMBER),
              Script.person()
                  .press(Duration.ofSeconds(1 + random.nextInt(60)), "1")
                  .hangUp(Duration.ofSeconds(12 + random.nextInt(300)))));
      time.pass(Duration.ofMillis(random.nextInt(5_000)));
    }
    time.pass(Duration.ofMinutes(7));
    assertThat(calls).allMatch(one -> one.why().orElseThrow() == EndReason.PARTY_HUNG_UP);
    assertThat(calls).allMatch(one -> twilio.ledger().heardBy(one.sid()).contains(HELLO));
    var met = calls.stream().filter(one -> !twilio.ledger().partnersOf(one.sid()).isEmpty());
    System.out.printf(
        "down, %s: %d of %d callers hear the fallback, %d talk with the duty phone%n",
        outage,
        calls.stream().filter(one -> twilio.ledger().heardBy(one.sid()).contains(HELLO)).count(),
        CALLERS,
        met.count());
    // nothing but our own silence is wrong, and nothing rings for ever
    assertThat(twilio.ledger().faults())
        .allMatch(fault -> fault.code() == 11_200 && fault.what().contains(OURS));
    assertThat(twilio.calls()).allMatch(leg -> leg.ended().isPresent());
    assertThat(twilio.ledger().recordings()).isEmpty();
  }

  private static Party duty(SplittableRandom random) {
    return switch (random.nextInt(5)) {
      case 0 -> Script.voicemail(Duration.ofSeconds(4));
      case 1 -> Script.busy();
      case 2 -> Script.neverAnswers();
      case 3 -> Script.unreachable();
      default -> takes();
    };
  }

  private static Script takes() {
    return Script.picksUp(Duration.ofSeconds(4))
        .hearing("Press 1", phone -> phone.press(Duration.ofSeconds(1), "1"));
  }

  private Call stays(Switchboard twilio, int seconds) {
    var call =
        twilio.dial(
            new Incoming("+380501234567", NUMBER),
            Script.person().hangUp(Duration.ofSeconds(seconds)));
    time.pass(Duration.ofSeconds(seconds + 60));
    assertThat(call.why()).hasValue(EndReason.PARTY_HUNG_UP);
    return call;
  }

  @Test
  void whoTakesTheDutyPhoneTalksWithHer() {
    var twilio = twilio(Outage.SILENT, true, _ -> takes());
    var call = stays(twilio, 90);
    assertThat(twilio.ledger().partnersOf(call.sid())).hasSize(1);
    var leg = twilio.calls().getLast();
    assertThat(leg.record().from()).isEqualTo(NUMBER);
    assertThat(leg.record().to()).isEqualTo("+12025550150");
    assertThat(twilio.ledger().heardBy(call.sid())).doesNotContain(LATER);
  }

  @Test
  void aMachineOnTheDutyPhoneTakesNobodyAndHearsNothingThatTells() {
    var twilio = twilio(Outage.SILENT, true, _ -> Script.voicemail(Duration.ofSeconds(2)));
    var call = stays(twilio, 200);
    assertThat(twilio.ledger().partnersOf(call.sid())).isEmpty();
    assertThat(twilio.calls()).hasSizeGreaterThanOrEqualTo(3);
    twilio.calls().stream()
        .filter(leg -> !leg.sid().equals(call.sid()))
        .forEach(leg ->
            assertThat(twilio.ledger().heardBy(leg.sid()))
                .isNotEmpty()
                .containsOnly("A call is waiting. Press 1 to take it."));
  }

  @Test
  void whoIsReachedByNobodyIsToldInEveryLanguageOfTheLineAndTriedAgain() {
    var twilio = twilio(Outage.UNAVAILABLE, true, _ -> Script.neverAnswers());
    var call = stays(twilio, 300);
    var heard = twilio.ledger().heardBy(call.sid());
    assertThat(heard)
        .contains(LATER, "Зараз ніхто не може поговорити. Зателефонуйте пізніше," + " будь ласка.");
    assertThat(heard.stream().filter(HELLO::equals)).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void onesCutOffWithoutAFallbackWouldBeFound() {
    var twilio = twilio(Outage.SILENT, false, _ -> takes());
    var call = twilio.dial(new Incoming("anonymous", NUMBER), Script.person());
    time.pass(Duration.ofMinutes(1));
    assertThat(call.why()).hasValue(EndReason.APPLICATION_ERROR);
    assertThat(List.copyOf(twilio.ledger().heardBy(call.sid()))).doesNotContain(HELLO);
  }
}
