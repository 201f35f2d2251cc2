package org.havenline.simulator.voice.verb;

import java.time.Duration;
import java.util.List;
import org.havenline.simulator.twiml.Verb;
import org.havenline.simulator.voice.call.Action;
import org.havenline.simulator.voice.call.Program;
import org.havenline.simulator.voice.network.Link;
import org.havenline.simulator.voice.time.Timer;
import org.havenline.simulator.web.Form;

/// `<Gather>`: keys and words, which interrupt the prompts in it.
final class Gathering implements Action {
  private static final int USUAL_SECONDS = 5;

  private final Speaking speaking;

  Gathering(Speaking speaking) {
    this.speaking = speaking;
  }

  @Override
  public void run(Program program, Verb verb) {
    new Listening(program, verb).begin();
  }

  private final class Listening {
    private final Program program;
    private final Verb verb;
    private final StringBuilder digits = new StringBuilder();
    private boolean interrupted;
    private Timer patience = Timer.NONE;

    Listening(Program program, Verb verb) {
      this.program = program;
      this.verb = verb;
    }

    void begin() {
      var input = List.of(verb.or("input", "dtmf").split("\\s+"));
      program
          .call()
          .listen(
              input.contains("dtmf") ? this::pressed : _ -> {},
              input.contains("speech") ? this::said : _ -> {});
      program.whenVerbEnds(program.call()::listenNoMore);
      prompt(0);
    }

    private void prompt(int number) {
      if (number == verb.children().size()) {
        waitForKeys();
      } else {
        speaking.speak(
            program,
            verb.children().get(number),
            () -> {
              if (!interrupted) {
                prompt(number + 1);
              }
            });
      }
    }

    private void pressed(char key) {
      interrupt();
      if (verb.or("finishOnKey", "#").equals(String.valueOf(key))) {
        done(String.valueOf(key));
        return;
      }
      digits.append(key);
      if (digits.length() == verb.number("numDigits", Integer.MAX_VALUE)) {
        done("");
      } else {
        waitForKeys();
      }
    }

    private void said(String words) {
      interrupt();
      int seconds = verb.number("speechTimeout", verb.number("timeout", USUAL_SECONDS));
      patience.cancel();
      patience =
          program.later(
              Duration.ofSeconds(seconds),
              () -> act(Form.EMPTY.and("SpeechResult", words).and("Confidence", "0.9")));
    }

    private void interrupt() {
      interrupted = true;
      program.silence();
    }

    private void waitForKeys() {
      patience.cancel();
      var time = Duration.ofSeconds(verb.number("timeout", USUAL_SECONDS));
      patience = program.later(time, () -> done(""));
    }

    private void done(String finish) {
      if (digits.isEmpty() && !verb.flag("actionOnEmptyResult", false)) {
        program.next();
      } else {
        act(
            Form.EMPTY
                .and("Digits", digits.toString())
                .and("FinishedOnKey", finish)
                .and("msg", "Gather End"));
      }
    }

    private void act(Form result) {
      program.goTo(Link.in(verb, "action", "method").orElse(program.here()), result);
    }
  }
}
