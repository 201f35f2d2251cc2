package org.havenline.channel.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each language of the line, from pick-up to who speaks it.
class LanguagePathsIT extends SimulatedCalls {

  @ParameterizedTest
  @CsvSource({
    "en, +12025550123, ruth",
    "en, anonymous, ruth",
    "es, +5215512345678, lucia",
    "es, anonymous, lucia",
    "fr, +33612345678, amara",
    "fr, anonymous, amara",
    "ar, +201001234567, nadia",
    "ar, anonymous, nadia",
    "uk, +380501234567, oksana",
    "uk, anonymous, oksana",
    "ru, +79161234567, oksana",
    "ru, anonymous, oksana",
    "pt-BR, +5511912345678, tomas",
    "pt-BR, anonymous, tomas"
  })
  void eachHearsHerLanguageAndMeetsWhoSpeaksIt(String language, String from, String who) {
    for (var one : new String[] {"ruth", "lucia", "amara", "nadia", "oksana", "tomas"}) {
      has(one, takes());
    }
    var call = world.calls(from, Caller.speaking(language, Duration.ofSeconds(70)));
    world.time.pass(MINUTE);
    assertThat(world.twilio.ledger().heardBy(call.sid()))
        .contains(Caller.words("callWaiting", language, 0));
    assertThat(world.partners(call)).containsExactly(who);
  }
}
