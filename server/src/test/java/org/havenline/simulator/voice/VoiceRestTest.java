package org.havenline.simulator.voice;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.havenline.simulator.trouble.Trouble;
import org.havenline.simulator.voice.call.CallStatus;
import org.havenline.simulator.voice.party.Script;
import org.havenline.simulator.voice.web.Disorder;
import org.havenline.simulator.voice.web.WebReply;
import org.havenline.simulator.web.Asked;
import org.havenline.simulator.web.Form;
import org.havenline.simulator.web.Reply;
import org.junit.jupiter.api.Test;

final class VoiceRestTest {
  private static final String ROOM = "<Dial><Conference>r</Conference></Dial>";

  private final Rig rig = new Rig();

  @Test
  void everyRequestAndAnswerIsAsTwilioDescribesIt() throws IOException {
    var description = Description.find();
    assumeTrue(description.isPresent(), "no ../shared/data beside the project: not validated");
    playEverything();

    assertThat(rig.switchboard.rest().exchanges()).hasSizeGreaterThan(18);
    assertThat(description.get().faults(rig.switchboard.rest().exchanges())).isEmpty();

    rig.rest("POST", "/Calls.json", Form.EMPTY.and("To", Rig.FIRST).and("Colour", "red"));
    rig.create(Rig.FIRST, "Url", Rig.SERVER + "/a", "StatusCallbackMethod", "PUT");
    assertThat(description.get().faults(rig.switchboard.rest().exchanges()))
        .anyMatch(fault -> fault.endsWith("no field Colour"))
        .anyMatch(fault -> fault.endsWith("From is missing"))
        .anyMatch(fault -> fault.endsWith("StatusCallbackMethod may not be \"PUT\""));
  }

  private void playEverything() {
    rig.page("/answer", ROOM)
        .page("/hold", "<Say>hold</Say>")
        .page("/queued", "<Enqueue>q</Enqueue>");
    rig.phone(Rig.FIRST, Script.person()).phone(Rig.SECOND, Script.person());
    var her = rig.dial(Script.person());
    rig.pass(2);
    var list = rig.rest("GET", "/Conferences.json", Form.EMPTY.and("Status", "in-progress"));
    var room =
        "/Conferences/" + list.body().getJsonArray("conferences").getJsonObject(0).getString("sid");
    var people = room + "/Participants";
    var to = Form.EMPTY.and("To", Rig.FIRST).and("From", Rig.LINE);
    rig.rest("POST", people + ".json", to.and("Label", "a").and("EarlyMedia", "false"));
    rig.pass(3);
    rig.rest("GET", people + ".json", Form.EMPTY.and("Muted", "false"));
    rig.rest("GET", people + "/a.json", Form.EMPTY);
    rig.rest(
        "POST",
        people + "/a.json",
        Form.EMPTY.and("Hold", "true").and("HoldUrl", Rig.SERVER + "/hold"));
    rig.rest("POST", people + "/a.json", Form.EMPTY.and("Hold", "false").and("Muted", "true"));
    rig.rest(
        "POST",
        people + "/" + her.sid() + ".json",
        Form.EMPTY.and("AnnounceUrl", Rig.SERVER + "/hold"));
    rig.pass(5);
    rig.any("DELETE", people + "/a.json", Form.EMPTY);
    rig.rest("POST", room + ".json", Form.EMPTY.and("Status", "completed"));
    rig.rest("GET", room + ".json", Form.EMPTY);
    rig.create(
        Rig.SECOND,
        "Url",
        Rig.SERVER + "/queued",
        "Timeout",
        "20",
        "StatusCallback",
        Rig.SERVER + "/leg",
        "StatusCallbackEvent",
        "initiated",
        "StatusCallbackEvent",
        "completed",
        "MachineDetection",
        "Enable");
    rig.pass(5);
    var queues = rig.rest("GET", "/Queues.json", Form.EMPTY).body().getJsonArray("queues");
    var queue = "/Queues/" + queues.getJsonObject(0).getString("sid");
    rig.rest("GET", queue + ".json", Form.EMPTY);
    rig.rest("GET", queue + "/Members.json", Form.EMPTY.and("PageSize", "1"));
    rig.rest("GET", queue + "/Members/Front.json", Form.EMPTY);
    rig.rest("POST", queue + "/Members/Front.json", Form.EMPTY.and("Url", Rig.SERVER + "/hold"));
    rig.rest("POST", "/Queues.json", Form.EMPTY.and("FriendlyName", "b").and("MaxSize", "9"));
    var leg = rig.legs().getLast().sid();
    rig.rest("GET", "/Calls/" + leg + ".json", Form.EMPTY);
    rig.rest("POST", "/Calls/" + leg + ".json", Form.EMPTY.and("Status", "completed"));
    rig.rest("GET", "/Calls.json", Form.EMPTY.and("Status", "completed").and("PageSize", "2"));
    assertThat(rig.faults()).isEmpty();
  }

  @Test
  void callsBeginOneASecondAndWaitAsQueued() {
    var slow = new Rig(1, Disorder.NONE, 1);
    for (int i = 0; i < 3; i++) {
      slow.phone("+1202555018" + i, Script.neverAnswers());
      slow.create("+1202555018" + i, "Url", Rig.SERVER + "/a");
    }
    slow.time.pass(Duration.ofMillis(600));

    assertThat(slow.legs().stream().map(call -> call.status()))
        .containsExactly(CallStatus.RINGING, CallStatus.QUEUED, CallStatus.QUEUED);
    slow.pass(2);
    assertThat(slow.legs()).allMatch(call -> call.status() == CallStatus.RINGING);
  }

  @Test
  void refusesAsTwilioDoes() {
    var url = Form.EMPTY.and("Url", Rig.SERVER + "/a");
    assertThat(code(url.and("From", Rig.LINE))).isEqualTo(21_201);
    assertThat(code(url.and("To", Rig.FIRST))).isEqualTo(21_213);
    assertThat(code(url.and("To", "0171").and("From", Rig.LINE))).isEqualTo(21_211);
    assertThat(code(url.and("To", Rig.FIRST).and("From", Rig.HER))).isEqualTo(21_210);
    assertThat(code(Form.EMPTY.and("To", Rig.FIRST).and("From", Rig.LINE))).isEqualTo(21_205);
    assertThat(rig.rest("GET", "/Calls/CA0.json", Form.EMPTY).status()).isEqualTo(404);

    rig.page("/answer", "<Hangup/>");
    var over = rig.dial(Script.person());
    rig.pass(5);
    var late =
        rig.rest("POST", "/Calls/" + over.sid() + ".json", Form.EMPTY.and("Status", "completed"));
    assertThat(late.body().getInteger("code")).isEqualTo(21_220);
  }

  private int code(Form form) {
    return rig.rest("POST", "/Calls.json", form).body().getInteger("code");
  }

  @Test
  void wrongPasswordOpensNothing() throws InterruptedException {
    var path = "/2010-04-01/Accounts/" + Rig.ACCOUNT + "/Calls.json";
    var asked = new Asked("GET", path, Map.of(), Form.EMPTY, Optional.of("Basic eDp5"), "");

    assertThat(rig.switchboard.rest().answer(asked))
        .isInstanceOfSatisfying(Reply.Json.class, r -> assertThat(r.status()).isEqualTo(401));
  }

  @Test
  void troubleStrikesOneRequestAndMayDoItAllTheSame() {
    var requests = new AtomicInteger();
    rig.troubles =
        _ ->
            switch (requests.incrementAndGet()) {
              case 1 -> new Trouble.Status(429, 20_429, false);
              case 2 -> new Trouble.Close(true);
              default -> new Trouble.None();
            };
    rig.phone(Rig.FIRST, Script.neverAnswers());
    var refused = rig.create(Rig.FIRST, "Url", Rig.SERVER + "/a");
    var form = Form.EMPTY.and("To", Rig.FIRST).and("From", Rig.LINE).and("Url", Rig.SERVER + "/a");

    assertThat(refused.getInteger("code")).isEqualTo(20_429);
    assertThat(rig.legs()).isEmpty();
    assertThat(rig.any("POST", "/Calls.json", form)).isInstanceOf(Reply.HangUp.class);
    assertThat(rig.legs()).hasSize(1);
  }

  @Test
  void callbacksComeLateRepeatedAndOutOfOrderWithNumbersToTell() {
    boolean repeated = false;
    boolean shuffled = false;
    for (long seed = 1; seed <= 20; seed++) {
      var wild = new Rig(seed, new Disorder(ofSeconds(20), 0.3), 5);
      wild.page("/a", "<Hangup/>").phone(Rig.FIRST, Script.person());
      wild.pages.put("/leg", _ -> WebReply.NO_CONTENT);
      wild.create(
          Rig.FIRST,
          "Url",
          Rig.SERVER + "/a",
          "StatusCallback",
          Rig.SERVER + "/leg",
          "StatusCallbackEvent",
          "initiated ringing answered completed");
      wild.pass(60);
      var numbers =
          wild.to("/leg").stream().map(r -> Integer.parseInt(r.get("SequenceNumber"))).toList();
      repeated |= numbers.size() > 4;
      shuffled |= !numbers.equals(numbers.stream().sorted().toList());
      assertThat(numbers).as("seed %d", seed).contains(0, 1, 2, 3);
    }
    assertThat(repeated).isTrue();
    assertThat(shuffled).isTrue();
  }
}
