package org.havenline.channel.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.havenline.simulator.voice.web.Disorder;
import org.havenline.testing.RealRedis;
import org.junit.jupiter.api.Test;

/// Anybody does anything at any moment, over a network that loses, repeats and reorders.
class RandomCallsIT extends SimulatedCalls {
  /// `-Dcalls.schedules=5000` for ten thousand: each Redis is given seeds of its own.
  @Test
  void randomSchedulesNeverBridgeTwiceNorLeaveALegNorCutHerOff() {
    int many = Integer.getInteger("calls.schedules", 3);
    long first = Long.getLong("calls.seed", 1) + (version == RealRedis.Version.SYSTEM ? many : 0);
    int talks = 0;
    int requests = 0;
    for (long seed = first; seed < first + many; seed++) {
      line.redis.call("FLUSHALL");
      var random = new SplittableRandom(seed);
      var weather =
          new CallWorld.Weather(
              seed,
              1 + random.nextInt(5),
              new Disorder(Duration.ofSeconds(random.nextInt(8)), 0.3),
              _ -> RandomParties.trouble(random),
              UnaryOperator.identity());
      var at = new RandomParties(random);
      var one = new CallWorld(line, line.keyFiles, weather, _ -> at.responder());
      one.onDuty("oksana", "lucia", "ruth");
      for (int i = 0; i < 1 + random.nextInt(4); i++) {
        one.calls(at.number(), at.caller());
        one.time.pass(Duration.ofMillis(random.nextInt(20_000)));
      }
      one.time.pass(RandomParties.LONGEST);
      one.shift.ends();
      one.time.pass(MINUTE.multipliedBy(3));
      assertThat(one.broken()).as("seed " + seed).isEmpty();
      talks += (int) one.twilio.ledger().talks().stream().count() / 2;
      requests += one.documents.size();
    }
    System.out.printf(
        "calls: %d random schedules from seed %d, %d talks, %d documents, nothing broken%n",
        many, first, talks, requests);
    assertThat(talks).isPositive();
  }
}
