package org.havenline.channel.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.havenline.simulator.voice.ledger.Heard;
import org.havenline.simulator.voice.ledger.Talk;
import org.havenline.simulator.voice.party.Sound;
import org.junit.jupiter.api.Test;

/// The search for silence finds what it is for.
class SilencesTest {
  private static final Sound WORDS = new Sound.Speech("One moment.", "en-US", "alice");

  private static Instant at(int second) {
    return Instant.EPOCH.plusSeconds(second);
  }

  private static long longest(List<Heard> heard, List<Talk> talks) {
    return new Silences(heard, talks).longest("her", at(0), at(60)).toSeconds();
  }

  @Test
  void wordsAndPeopleEndIt() {
    var words =
        List.of(new Heard("her", WORDS, at(4), at(6)), new Heard("her", WORDS, at(58), null));
    assertThat(longest(words, List.of())).isEqualTo(52);
    assertThat(longest(words, List.of(new Talk("CF1", "him", "her", at(10), at(50))))).isEqualTo(8);
    assertThat(longest(words, List.of(new Talk("CF1", "her", "him", at(6), at(57))))).isEqualTo(4);
  }

  @Test
  void whatOthersHearAndMusicDoNot() {
    var others =
        List.of(
            new Heard("him", WORDS, at(0), at(60)),
            new Heard("her", new Sound.Tone(Sound.Kind.HOLD_MUSIC), at(0), at(60)));
    assertThat(longest(others, List.of(new Talk("CF1", "him", "other", at(0), at(60)))))
        .isEqualTo(60);
  }
}
