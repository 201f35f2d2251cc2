package org.havenline.channel.twilio.voice;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.havenline.simulator.trouble.Trouble;
import org.havenline.simulator.voice.party.Party;
import org.havenline.simulator.voice.party.Script;

/// People who do anything at any moment.
record RandomParties(RandomGenerator random) {
  /// By then everybody has hung up.
  static final Duration LONGEST = Duration.ofMinutes(4);

  String number() {
    return switch (random.nextInt(4)) {
      case 0 -> "anonymous";
      case 1 -> "+266696687";
      case 2 -> "+38050123456" + random.nextInt(2);
      default -> "+5215512345" + (100 + random.nextInt(900));
    };
  }

  Party caller() {
    var script = Script.person();
    if (random.nextInt(3) == 0) {
      return wishes();
    }
    int presses = random.nextInt(6);
    for (int i = 0; i < presses; i++) {
      script = script.press(upTo(60_000), key());
    }
    return random.nextBoolean()
        ? script.hangUp(upTo((int) LONGEST.toMillis()))
        : script
            .hearing("Español", phone -> phone.press(upTo(3_000), "2"))
            .hangUp(upTo((int) LONGEST.toMillis()));
  }

  /// Wants to be called back, and hangs up at any moment.
  private Script wishes() {
    var digits = random.nextBoolean() ? "#" : "471" + random.nextInt(2);
    return Script.person()
        .hearing("To be called back", phone -> phone.press(upTo(2_000), "3"))
        .hearing("May we call", phone -> phone.press(upTo(2_000), "1"))
        .hearing("enter four digits", phone -> phone.press(upTo(2_000), digits))
        .hearing("We will call you", phone -> phone.hangUp(upTo(20_000)))
        .hangUp(upTo((int) LONGEST.toMillis()));
  }

  private String key() {
    return String.valueOf("0123456789*#".charAt(random.nextInt(12)));
  }

  Party responder() {
    return switch (random.nextInt(8)) {
      case 0 -> Script.voicemail(upTo(10_000));
      case 1 -> Script.busy();
      case 2 -> Script.neverAnswers();
      case 3 -> Script.unreachable();
      case 4 -> Script.picksUp(upTo(15_000)).press(upTo(5_000), key()).hangUp(upTo(20_000));
      default ->
          Script.picksUp(upTo(15_000))
              .hearing("Press 1", phone -> phone.press(upTo(4_000), "1"))
              .hearing("To take it", phone -> phone.press(upTo(8_000), "1"))
              .hearing("your four digits", phone -> phone.press(upTo(8_000), "4711"))
              .hangUp(upTo(120_000));
    };
  }

  private Duration upTo(int millis) {
    return Duration.ofMillis(1 + random.nextInt(millis));
  }

  /// One REST request in ten meets one.
  static Trouble trouble(RandomGenerator random) {
    return switch (random.nextInt(60)) {
      case 0 -> new Trouble.Status(500, 20500, true);
      case 1 -> new Trouble.Status(503, 20503, false);
      case 2 -> new Trouble.Close(true);
      case 3 -> new Trouble.Close(false);
      case 4, 5 -> new Trouble.Status(429, 20429, false);
      default -> new Trouble.None();
    };
  }
}
