package org.havenline.simulator.voice.verb;

import java.time.Duration;
import java.time.Instant;
import org.havenline.simulator.twiml.Verb;
import org.havenline.simulator.voice.call.Action;
import org.havenline.simulator.voice.call.Program;
import org.havenline.simulator.voice.ledger.Recording;
import org.havenline.simulator.voice.network.Link;
import org.havenline.simulator.voice.party.Sound;
import org.havenline.simulator.voice.time.Timer;
import org.havenline.simulator.web.Form;

/// `<Record>`: until silence, a key, the greatest length, or the end of the call.
final class Taping implements Action {
  private static final Duration BEEP = Duration.ofMillis(500);

  @Override
  public void run(Program program, Verb verb) {
    var tape = new Tape(program, verb);
    if (verb.flag("playBeep", true)) {
      program.play(new Sound.Tone(Sound.Kind.BEEP), BEEP, tape::begin);
    } else {
      tape.begin();
    }
  }

  private static final class Tape {
    private final Program program;
    private final Verb verb;
    private final StringBuilder words = new StringBuilder();
    private Instant from = Instant.EPOCH;
    private Timer silence = Timer.NONE;
    private boolean over;

    Tape(Program program, Verb verb) {
      this.program = program;
      this.verb = verb;
    }

    void begin() {
      from = program.call().network().now();
      program.call().listen(this::pressed, this::said);
      program.whenVerbEnds(this::broken);
      program.later(Duration.ofSeconds(verb.number("maxLength", 3_600)), () -> done(""));
      waitForWords();
    }

    private void waitForWords() {
      silence.cancel();
      silence = program.later(Duration.ofSeconds(verb.number("timeout", 5)), () -> done(""));
    }

    private void said(String more) {
      words.append(words.isEmpty() ? "" : " ").append(more);
      waitForWords();
    }

    private void pressed(char key) {
      if (verb.or("finishOnKey", "1234567890*#").indexOf(key) >= 0) {
        done(String.valueOf(key));
      }
    }

    /// She hung up, or was sent elsewhere, which the action is not told of.
    private void broken() {
      if (!over) {
        var fields = keep("hangup");
        if (program.call().status().over()) {
          action()
              .from(program.here().url())
              .ifPresent(
                  link -> program.call().network().tell(link, program.call().fields().and(fields)));
        }
      }
      program.call().listenNoMore();
    }

    private void done(String key) {
      program.goTo(action(), keep(key));
    }

    private Link action() {
      return Link.in(verb, "action", "method").orElse(program.here());
    }

    private Form keep(String digits) {
      over = true;
      var call = program.call();
      var network = call.network();
      var length = Duration.between(from, network.now());
      var sid = network.sid("RE");
      network
          .ledger()
          .recorded(new Recording(sid, call.sid(), from, length, "RecordVerb", words.toString()));
      var url =
          "https://api.twilio.com/2010-04-01/Accounts/"
              + network.settings().accountSid()
              + "/Recordings/"
              + sid;
      var fields =
          Form.EMPTY
              .and("RecordingSid", sid)
              .and("RecordingUrl", url)
              .and("RecordingDuration", Long.toString(length.toSeconds()));
      Link.in(verb, "recordingStatusCallback", "recordingStatusCallbackMethod")
          .flatMap(link -> link.from(program.here().url()))
          .ifPresent(link ->
              network.report(
                  link,
                  call.fields()
                      .and(fields)
                      .and("RecordingStatus", "completed")
                      .and("RecordingChannels", "1")
                      .and("RecordingSource", "RecordVerb")));
      return fields.and("Digits", digits);
    }
  }
}
