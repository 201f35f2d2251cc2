package org.havenline.simulator.voice;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.havenline.simulator.voice.call.CallStatus;
import org.havenline.simulator.voice.party.EndReason;
import org.havenline.simulator.voice.party.Script;
import org.havenline.simulator.web.Form;
import org.junit.jupiter.api.Test;

final class RoomsTest {
  private static final String DIAL =
      "<Dial callerId=\"" + Rig.LINE + "\" action=\"/over\" timeout=\"20\">";

  private final Rig rig = new Rig();

  private void dialBoth(String attributes) {
    rig.page(
            "/answer",
            DIAL
                + "<Number "
                + attributes
                + ">"
                + Rig.FIRST
                + "</Number>"
                + "<Number "
                + attributes
                + ">"
                + Rig.SECOND
                + "</Number></Dial>")
        .page("/over", "<Say>over</Say>");
  }

  @Test
  void firstToPickUpIsBridgedAndTheOtherStopsRinging() {
    dialBoth("");
    rig.phone(Rig.FIRST, Script.picksUp(ofSeconds(9)).hangUp(ofSeconds(30)))
        .phone(Rig.SECOND, Script.picksUp(ofSeconds(3)).hangUp(ofSeconds(30)));
    var call = rig.dial(Script.person());
    rig.pass(120);

    var legs = rig.legs();
    assertThat(legs.getFirst().why()).contains(EndReason.OUTBID);
    assertThat(legs.getFirst().status()).isEqualTo(CallStatus.CANCELED);
    assertThat(rig.switchboard.ledger().partnersOf(call.sid()))
        .containsExactly(legs.getLast().sid());
    assertThat(rig.to("/over").getFirst().get("DialCallStatus")).isEqualTo("completed");
    assertThat(rig.to("/over").getFirst().get("DialCallDuration")).isEqualTo("30");
    assertThat(rig.heard(call)).containsExactly("RINGING", "over");
  }

  @Test
  void whisperDecidesWhetherTheyAreBridged() {
    dialBoth("url=\"/whisper\"");
    rig.page(
            "/whisper",
            "<Gather numDigits=\"1\" action=\"/taken\"><Say>A call</Say></Gather><Hangup/>")
        .page("/taken", request -> request.get("Digits").equals("1") ? "" : "<Hangup/>")
        .phone(Rig.FIRST, Script.voicemail(ofSeconds(2)))
        .phone(Rig.SECOND, Script.busy());
    var refused = rig.dial(Script.person());
    rig.pass(120);
    rig.phone(Rig.FIRST, Script.person().press(ofSeconds(2), "1").hangUp(ofSeconds(20)));
    var bridged = rig.dial(Script.person());
    rig.pass(120);

    assertThat(rig.switchboard.ledger().partnersOf(refused.sid())).isEmpty();
    assertThat(rig.switchboard.ledger().partnersOf(bridged.sid())).hasSize(1);
    assertThat(rig.to("/over").stream().map(r -> r.get("DialBridged")))
        .containsExactly("false", "true");
    assertThat(rig.faults()).isEmpty();
  }

  @Test
  void nobodyPicksUp() {
    dialBoth(
        "statusCallback=\"/leg\" statusCallbackEvent=\"initiated ringing answered completed\"");
    rig.phone(Rig.FIRST, Script.neverAnswers()).phone(Rig.SECOND, Script.neverAnswers());
    var call = rig.dial(Script.person());
    rig.pass(120);

    assertThat(rig.to("/over").getFirst().get("DialCallStatus")).isEqualTo("no-answer");
    assertThat(rig.heard(call)).containsExactly("RINGING", "over");
    assertThat(
            rig.to("/leg").stream()
                .filter(r -> r.get("To").equals(Rig.FIRST))
                .map(r -> r.get("CallStatus")))
        .containsExactly("initiated", "ringing", "no-answer");
  }

  @Test
  void foreignCallerIdAndMalformedNumberFail() {
    rig.page("/answer", "<Dial callerId=\"+4930123456\"><Number>" + Rig.FIRST + "</Number></Dial>");
    rig.dial(Script.person());
    rig.pass(60);
    rig.page("/answer", "<Dial callerId=\"" + Rig.LINE + "\"><Number>0171 12</Number></Dial>");
    rig.dial(Script.person());
    rig.pass(60);

    assertThat(rig.faults()).containsExactly(13_214, 13_224);
    assertThat(rig.legs()).isEmpty();
  }

  @Test
  void callerWhoHangsUpStopsTheRinging() {
    dialBoth("");
    rig.phone(Rig.FIRST, Script.neverAnswers()).phone(Rig.SECOND, Script.neverAnswers());
    rig.dial(Script.person().hangUp(ofSeconds(5)));
    rig.pass(6);

    assertThat(rig.legs())
        .allMatch(leg -> leg.why().equals(java.util.Optional.of(EndReason.DIAL_ENDED)));
  }

  @Test
  void queueKeepsHerUntilSheIsTakenAndThenHerActionIsAsked() {
    rig.page("/answer", "<Enqueue waitUrl=\"/wait\" action=\"/left\">q</Enqueue>")
        .page("/wait", request -> "<Say>place " + request.get("QueuePosition") + "</Say>")
        .page("/left", request -> "<Say>" + request.get("QueueResult") + "</Say>")
        .page("/agent", "<Dial hangupOnStar=\"true\"><Queue url=\"/soon\">q</Queue></Dial>")
        .page("/soon", "<Say>now</Say>")
        .phone(Rig.FIRST, Script.person().press(ofSeconds(40), "*"));
    var first = rig.dial(Script.person());
    rig.pass(1);
    var second = rig.dial(Script.person());
    rig.pass(10);
    rig.create(Rig.FIRST, "Url", Rig.SERVER + "/agent");
    rig.pass(60);

    assertThat(rig.heard(first)).startsWith("place 1").endsWith("now", "bridged");
    assertThat(rig.heard(second)).startsWith("place 2").endsWith("place 1");
    assertThat(rig.switchboard.ledger().partnersOf(first.sid()))
        .containsExactly(rig.legs().getFirst().sid());
    second.hangUp(ofSeconds(0));
    rig.pass(1);
    assertThat(rig.to("/left").getLast().get("QueueResult")).isEqualTo("hangup");
    assertThat(rig.faults()).isEmpty();
  }

  @Test
  void leaveAndRestLeadOutOfTheQueue() {
    rig.page("/answer", "<Enqueue waitUrl=\"/wait\" action=\"/left\">q</Enqueue>")
        .page("/wait", "<Gather numDigits=\"1\" action=\"/key\" timeout=\"10\"/>")
        .page("/key", "<Leave/>")
        .page("/left", request -> "<Say>" + request.get("QueueResult") + "</Say>")
        .page("/elsewhere", "<Say>elsewhere</Say>");
    var leaves = rig.dial(Script.person().press(ofSeconds(3), "2"));
    rig.pass(20);
    var moved = rig.dial(Script.person());
    rig.pass(5);
    var queue =
        rig.rest("GET", "/Queues.json", Form.EMPTY).body().getJsonArray("queues").getJsonObject(0);
    rig.rest(
        "POST",
        "/Queues/" + queue.getString("sid") + "/Members/" + moved.sid() + ".json",
        Form.EMPTY.and("Url", Rig.SERVER + "/elsewhere"));
    rig.pass(20);

    assertThat(rig.heard(leaves)).containsExactly("leave");
    assertThat(rig.heard(moved)).containsExactly("elsewhere");
  }

  @Test
  void conferenceLetsAllHearEachOtherAsTheirSettingsSay() {
    rig.page(
            "/answer",
            "<Dial><Conference startConferenceOnEnter=\"false\" waitUrl=\"/wait\""
                + " statusCallback=\"/room\" statusCallbackEvent=\"start end join leave mute"
                + " hold\">r</Conference></Dial><Say>after</Say>")
        .page("/wait", "<Say>wait</Say>")
        .page("/agent", "<Dial><Conference endConferenceOnExit=\"true\">r</Conference></Dial>")
        .phone(Rig.FIRST, Script.person().hangUp(ofSeconds(60)));
    var her = rig.dial(Script.person());
    rig.pass(10);
    rig.create(Rig.FIRST, "Url", Rig.SERVER + "/agent");
    rig.pass(10);
    var agent = rig.legs().getFirst();
    var room = rig.rest("GET", "/Conferences.json", Form.EMPTY).body();
    var sid = room.getJsonArray("conferences").getJsonObject(0).getString("sid");
    var path = "/Conferences/" + sid + "/Participants/" + her.sid() + ".json";
    assertThat(rig.switchboard.ledger().now()).hasSize(2);
    rig.rest("POST", path, Form.EMPTY.and("Muted", "true"));
    assertThat(rig.switchboard.ledger().now())
        .singleElement()
        .satisfies(talk -> assertThat(talk.speaker()).isEqualTo(agent.sid()));
    rig.rest("POST", path, Form.EMPTY.and("Hold", "true"));
    assertThat(rig.switchboard.ledger().now()).isEmpty();
    rig.rest("POST", path, Form.EMPTY.and("Hold", "false").and("Muted", "false"));
    rig.pass(100);

    assertThat(rig.heard(her)).containsExactly("wait", "HOLD_MUSIC", "after");
    assertThat(rig.to("/room").stream().map(r -> r.get("StatusCallbackEvent")))
        .isEqualTo(
            List.of(
                "participant-join",
                "participant-join",
                "conference-start",
                "participant-mute",
                "participant-hold",
                "participant-unhold",
                "participant-unmute",
                "participant-leave",
                "participant-leave",
                "conference-end"));
    assertThat(rig.faults()).isEmpty();
  }

  @Test
  void coachIsHeardByTheCoachedAlone() {
    rig.page("/answer", "<Dial><Conference>r</Conference></Dial>")
        .phone(Rig.FIRST, Script.person())
        .phone(Rig.SECOND, Script.person());
    var her = rig.dial(Script.person());
    rig.pass(2);
    var answer =
        rig.rest(
            "POST",
            "/Conferences/r/Participants.json",
            Form.EMPTY.and("To", Rig.FIRST).and("From", Rig.LINE).and("Label", "one"));
    rig.pass(5);
    var agent = answer.body().getString("call_sid");
    rig.rest(
        "POST",
        "/Conferences/r/Participants.json",
        Form.EMPTY.and("To", Rig.SECOND).and("From", Rig.LINE).and("CallSidToCoach", agent));
    rig.pass(5);
    var coach = rig.legs().getLast().sid();

    assertThat(rig.switchboard.ledger().now().filter(t -> t.speaker().equals(coach)))
        .singleElement()
        .satisfies(talk -> assertThat(talk.listener()).isEqualTo(agent));
    assertThat(rig.switchboard.ledger().now().filter(t -> t.listener().equals(coach))).hasSize(2);
    assertThat(rig.switchboard.ledger().partnersOf(her.sid())).containsExactly(agent);
  }
}
