package org.havenline.channel.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.havenline.channel.twilio.voice.Bridges.Place;
import org.havenline.channel.voice.talk.Guest.Kind;
import org.havenline.simulator.voice.ledger.Talk;
import org.junit.jupiter.api.Test;

/// The check of who may hear whom finds what it is for.
class BridgesTest {
  private static final Map<String, Place> PLACES =
      Map.of(
          "her", Place.caller("her"),
          "other", Place.caller("other"),
          "responder", new Place("her", Optional.of(Kind.SUCCESSOR), false),
          "second", new Place("her", Optional.of(Kind.SUCCESSOR), false),
          "successor", new Place("her", Optional.of(Kind.SUCCESSOR), true),
          "interpreter", new Place("her", Optional.of(Kind.INTERPRETER), true),
          "another", new Place("other", Optional.of(Kind.INTERPRETER), true));

  private static List<String> broken(String... together) {
    var talks = new ArrayList<Talk>();
    for (var speaker : together) {
      for (var listener : together) {
        if (!speaker.equals(listener)) {
          talks.add(
              new Talk("CF1", speaker, listener, Instant.EPOCH, Instant.EPOCH.plusSeconds(9)));
        }
      }
    }
    return Bridges.broken(talks, PLACES);
  }

  @Test
  void aThirdPartyWhoIsWantedIsNotFound() {
    assertThat(broken("her", "responder")).isEmpty();
    assertThat(broken("her", "responder", "interpreter")).isEmpty();
    assertThat(broken("responder", "successor", "interpreter")).isEmpty();
  }

  @Test
  void whoeverDoesNotBelongIsFound() {
    for (var whom : List.of("second", "successor", "other", "another", "stranger")) {
      assertThat(broken("her", "responder", whom))
          .as(whom)
          .anySatisfy(one -> assertThat(one).contains("two at once"));
    }
  }

  @Test
  void whoIsOnHoldAndHeardByThoseWhoTalkAsideIsFound() {
    var end = Instant.EPOCH.plusSeconds(9);
    var aside =
        List.of(
            new Talk("CF1", "successor", "responder", Instant.EPOCH, end),
            new Talk("CF1", "responder", "successor", Instant.EPOCH, end),
            new Talk("CF1", "her", "responder", Instant.EPOCH.plusSeconds(3), end));
    assertThat(Bridges.broken(aside, PLACES)).containsExactly("two at once are heard by responder");
    assertThat(Bridges.broken(aside.subList(0, 2), PLACES)).isEmpty();
  }

  @Test
  void oneLeftAloneWithAThirdPartyIsFound() {
    assertThat(broken("her", "interpreter"))
        .anySatisfy(one -> assertThat(one).contains("left alone"));
    var tooLong =
        List.of(
            new Talk("CF1", "her", "responder", Instant.EPOCH, Instant.EPOCH.plusSeconds(5)),
            new Talk("CF1", "her", "interpreter", Instant.EPOCH, Instant.EPOCH.plusSeconds(6)));
    assertThat(Bridges.broken(tooLong, PLACES)).hasSize(1);
  }
}
