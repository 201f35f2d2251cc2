package org.havenline.channel.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.havenline.simulator.trouble.Trouble;
import org.havenline.simulator.voice.web.Disorder;
import org.havenline.simulator.web.Asked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Twilio fails at each of the requests by which telephones are rung, looked for, fetched and
/// ended.
class TroubledCallsIT extends SimulatedCalls {

  enum At implements Predicate<Asked> {
    DIAL("POST", ".*/Calls(\\.json)?"),
    FIND("GET", ".*/Calls(\\.json)?"),
    FETCH_OR_END("POST", ".*/Calls/CA\\w+(\\.json)?"),
    ASK_WHETHER_OVER("GET", ".*/Calls/CA\\w+(\\.json)?"),
    ANY("\\w+", ".*");

    private final String method;
    private final String path;

    At(String method, String path) {
      this.method = method;
      this.path = path;
    }

    @Override
    public boolean test(Asked asked) {
      return asked.method().matches(method) && asked.path().matches(path);
    }
  }

  static Stream<Arguments> troubles() {
    return Arrays.stream(At.values())
        .flatMap(at ->
            Stream.of(
                Arguments.of(at, new Trouble.Status(500, 20500, true)),
                Arguments.of(at, new Trouble.Status(503, 20503, false)),
                Arguments.of(at, new Trouble.Status(429, 20429, false)),
                Arguments.of(at, new Trouble.Close(true)),
                Arguments.of(at, new Trouble.Close(false))));
  }

  /// Two requests in a row fail; nobody but she notices, by a longer wait.
  @ParameterizedTest
  @MethodSource("troubles")
  void sheIsPutThroughAllTheSame(At at, Trouble trouble) {
    var failed = new AtomicInteger();
    var dialled = new AtomicInteger();
    under(asked -> {
      if (at == At.FIND && At.DIAL.test(asked) && dialled.getAndIncrement() == 0) {
        // only what is not known to ring is looked for
        return new Trouble.Close(false);
      }
      return at.test(asked) && failed.incrementAndGet() <= 2 ? trouble : new Trouble.None();
    });
    has("oksana", takes());
    has("ruth", takes());
    var call = world.calls(HERS, Caller.speaking("uk", MINUTE.multipliedBy(4)));
    world.time.pass(MINUTE.multipliedBy(3));
    assertThat(world.partners(call)).isNotEmpty();
    assertThat(call.ended()).isEmpty();
    assertThat(world.twilio.ledger().now()).as("they talk").isNotEmpty();
    world.time.pass(MINUTE.multipliedBy(2));
    assertThat(failed.get()).as("requests that met it").isPositive();
  }

  /// No request is answered as long as she is there.
  @ParameterizedTest
  @MethodSource("troubles")
  void whileNobodyCanBeRungSheHearsThatSheStillWaits(At at, Trouble trouble) {
    under(asked -> at.test(asked) ? trouble : new Trouble.None());
    has("oksana", takes());
    var call = world.calls(HERS, Caller.speaking("uk", MINUTE.multipliedBy(3)));
    world.time.pass(MINUTE.multipliedBy(2));
    assertThat(call.ended()).isEmpty();
    assertThat(world.twilio.ledger().heardBy(call.sid()))
        .contains(Caller.words("callWaiting", "uk", 0));
  }

  private void under(Function<Asked, Trouble> troubles) {
    world =
        new CallWorld(
            line,
            keys,
            new CallWorld.Weather(1, 100, Disorder.NONE, troubles, UnaryOperator.identity()),
            this::phone);
  }
}
