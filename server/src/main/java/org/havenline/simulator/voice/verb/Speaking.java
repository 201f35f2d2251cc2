package org.havenline.simulator.voice.verb;

import java.time.Duration;
import org.havenline.simulator.twiml.Verb;
import org.havenline.simulator.voice.call.Action;
import org.havenline.simulator.voice.call.Program;
import org.havenline.simulator.voice.party.Sound;
import org.havenline.simulator.voice.tape.Files;

/// `<Say>`, `<Play>` and `<Pause>`: something is heard for a while.
///
/// Speech takes 65 ms a character: near enough to order what happens. A file takes its time.
final class Speaking implements Action {
  private static final Duration BREATH = Duration.ofMillis(400);
  private static final Duration CHARACTER = Duration.ofMillis(65);
  private static final Duration KEY = Duration.ofMillis(500);
  private static final int FOR_EVER = 1_000;

  private final Files files = new Files();

  @Override
  public void run(Program program, Verb verb) {
    speak(program, verb, program::next);
  }

  void speak(Program program, Verb verb, Runnable then) {
    int loop = verb.number("loop", 1);
    int times = loop == 0 ? FOR_EVER : loop;
    switch (verb.name()) {
      case "Say" -> {
        var sound =
            new Sound.Speech(verb.text(), verb.or("language", "en-US"), verb.or("voice", "man"));
        int characters = verb.text().codePointCount(0, verb.text().length());
        var once = BREATH.plus(CHARACTER.multipliedBy(characters));
        program.play(sound, once.multipliedBy(times), then);
      }
      case "Play" -> {
        var keys = verb.given("digits");
        if (keys.isPresent()) {
          var tones = new Sound.Tone(Sound.Kind.KEYS);
          program.play(tones, KEY.multipliedBy(keys.get().length()), then);
        } else {
          var sound = new Sound.Audio(verb.text());
          files.play(
              program,
              verb.text(),
              length -> program.play(sound, length.multipliedBy(times), then));
        }
      }
      default -> program.later(Duration.ofSeconds(verb.number("length", 1)), then);
    }
  }
}
