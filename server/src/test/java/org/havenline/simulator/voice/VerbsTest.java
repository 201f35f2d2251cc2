package org.havenline.simulator.voice;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.havenline.simulator.voice.call.CallStatus;
import org.havenline.simulator.voice.party.EndReason;
import org.havenline.simulator.voice.party.Script;
import org.havenline.simulator.voice.web.WebReply;
import org.havenline.simulator.web.Form;
import org.havenline.simulator.webhook.Signature;
import org.junit.jupiter.api.Test;

final class VerbsTest {
  private final Rig rig = new Rig();

  @Test
  void sheHearsWhatTheDocumentSaysAndTheCallEndsWithIt() {
    rig.page("/answer", "<Say language=\"es-ES\">Hola</Say><Play>https://a.example/b.mp3</Play>");
    var call = rig.dial(Script.person());
    rig.pass(60);

    assertThat(rig.heard(call)).containsExactly("Hola", "https://a.example/b.mp3");
    assertThat(call.why()).contains(EndReason.DOCUMENT_ENDED);
    assertThat(rig.to("/ended").getFirst().get("CallStatus")).isEqualTo("completed");
    assertThat(rig.to("/ended").getFirst().get("CallDuration")).isEqualTo("5");
    assertThat(rig.faults()).isEmpty();
  }

  @Test
  void eachRequestIsSignedAndCarriesTheCall() {
    rig.page("/answer", "<Hangup/>");
    var call = rig.dial(Script.person());
    rig.pass(1);
    var request = rig.to("/answer").getFirst();

    assertThat(request.get("CallSid")).isEqualTo(call.sid());
    assertThat(request.get("CallStatus")).isEqualTo("ringing");
    assertThat(request.get("Direction")).isEqualTo("inbound");
    assertThat(request.get("FromCountry")).isEqualTo("US");
    assertThat(request.signature())
        .isEqualTo(new Signature(Rig.TOKEN).of(request.url(), request.form()));
  }

  @Test
  void keyInterruptsThePromptAndGoesToTheAction() {
    rig.page(
            "/answer",
            "<Gather numDigits=\"1\" action=\"/key\"><Say>For English press one, and much more"
                + "</Say></Gather><Say>nothing</Say>")
        .page("/key", request -> "<Say>You pressed " + request.get("Digits") + "</Say>");
    var call = rig.dial(Script.person().press(ofSeconds(1), "2"));
    rig.pass(60);

    assertThat(rig.heard(call)).last().isEqualTo("You pressed 2");
    var prompt = rig.switchboard.ledger().heard().getFirst();
    assertThat(Duration.between(prompt.from(), prompt.to())).isLessThan(ofSeconds(1));
  }

  @Test
  void silenceGoesToTheNextVerbUnlessEmptyResultsAreAskedFor() {
    rig.page("/answer", "<Gather action=\"/key\"/><Say>nobody there</Say>").page("/key", "");
    var passing = rig.dial(Script.person());
    rig.pass(30);
    rig.page("/answer", "<Gather action=\"/key\" actionOnEmptyResult=\"true\"/><Say>no</Say>");
    var asking = rig.dial(Script.person());
    rig.pass(30);

    assertThat(rig.heard(passing)).containsExactly("nobody there");
    assertThat(rig.heard(asking)).isEmpty();
    assertThat(rig.to("/key")).hasSize(1);
    assertThat(rig.to("/key").getFirst().form().all("Digits")).containsExactly("");
  }

  @Test
  void finishingKeyEndsSeveralDigitsAndTooLateAKeyIsLost() {
    rig.page("/answer", "<Gather action=\"/key\" timeout=\"3\"/><Say>late</Say>").page("/key", "");
    rig.dial(Script.person().press(ofSeconds(1), "12#4"));
    rig.pass(1);
    rig.dial(Script.person().press(ofSeconds(4), "7"));
    rig.pass(30);

    assertThat(rig.to("/key")).hasSize(1);
    assertThat(rig.to("/key").getFirst().get("Digits")).isEqualTo("12");
    assertThat(rig.to("/key").getFirst().get("FinishedOnKey")).isEqualTo("#");
  }

  @Test
  void speechIsGathered() {
    rig.page("/answer", "<Gather input=\"dtmf speech\" action=\"/said\"><Pause/></Gather>")
        .page("/said", "");
    rig.dial(Script.person().speak(ofSeconds(2), "ayuda"));
    rig.pass(30);

    assertThat(rig.to("/said").getFirst().get("SpeechResult")).isEqualTo("ayuda");
  }

  @Test
  void unreadableDocumentEndsTheCallAndIsAFault() {
    rig.page("/answer", "<Say>no end");
    var call = rig.dial(Script.person());
    rig.pass(60);

    assertThat(rig.faults()).containsExactly(12_100);
    assertThat(rig.heard(call)).containsExactly("APPLICATION_ERROR");
    assertThat(call.why()).contains(EndReason.APPLICATION_ERROR);
  }

  @Test
  void unknownVerbOrAttributeIsPassedOverAndIsAFault() {
    rig.page("/answer", "<Shout>a</Shout><Say speed=\"2\">b</Say><Leave/>");
    var call = rig.dial(Script.person());
    rig.pass(60);

    assertThat(rig.heard(call)).containsExactly("b");
    assertThat(rig.faults()).contains(12_200).hasSize(4);
  }

  @Test
  void serverThatFailsLeadsToTheFallback() {
    rig.pages.put("/answer", _ -> new WebReply(500, "text/plain", ""));
    rig.page("/fallback", request -> "<Say>" + request.get("ErrorCode") + "</Say>");
    var call = rig.dial(Script.person());
    rig.pass(60);

    assertThat(rig.heard(call)).containsExactly("11200");
    assertThat(rig.faults()).containsExactly(11_200);
  }

  @Test
  void withoutAnAnswerAnywhereTwilioApologises() {
    var call = rig.dial(Script.person());
    rig.pass(60);

    assertThat(rig.heard(call)).containsExactly("APPLICATION_ERROR");
    assertThat(rig.faults()).containsExactly(11_200, 11_200);
  }

  @Test
  void rejectedCallIsNeverAnswered() {
    rig.page("/answer", "<Reject reason=\"busy\"/>");
    var call = rig.dial(Script.person());
    rig.pass(10);

    assertThat(call.status()).isEqualTo(CallStatus.BUSY);
    assertThat(call.answered()).isEmpty();
  }

  @Test
  void recordingIsKeptAndSaidToTheServer() {
    rig.page("/answer", "<Record action=\"/recorded\" maxLength=\"60\"/>").page("/recorded", "");
    rig.dial(Script.person().speak(ofSeconds(2), "call me").press(ofSeconds(4), "#"));
    rig.pass(60);

    assertThat(rig.switchboard.ledger().recordings())
        .singleElement()
        .satisfies(recording -> assertThat(recording.words()).isEqualTo("call me"));
    assertThat(rig.to("/recorded").getFirst().get("Digits")).isEqualTo("#");
  }

  @Test
  void sheMayHangUpAtAnyMoment() {
    rig.page(
        "/answer", "<Say>A long text that nobody hears to its end</Say><Redirect>/x</Redirect>");
    var call = rig.dial(Script.person().hangUp(ofSeconds(1)));
    rig.pass(60);

    assertThat(call.why()).contains(EndReason.PARTY_HUNG_UP);
    assertThat(rig.to("/x")).isEmpty();
    assertThat(rig.switchboard.ledger().heard().getFirst().to())
        .isEqualTo(Rig.START.plusSeconds(1));
  }

  @Test
  void restRedirectsALiveCall() {
    rig.page("/answer", "<Pause length=\"60\"/><Say>old</Say>");
    var call = rig.dial(Script.person());
    rig.page("/answer", "<Say>hm</Say><Pause length=\"60\"/>");
    rig.pass(5);
    rig.rest(
        "POST",
        "/Calls/" + call.sid() + ".json",
        Form.EMPTY.and("Twiml", "<Response><Say>new</Say></Response>"));
    rig.pass(60);

    assertThat(rig.heard(call)).containsExactly("hm", "new");
  }
}
