package org.havenline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.havenline.redis.Redis;
import org.havenline.testing.HandClock;
import org.havenline.testing.Phone;
import org.havenline.testing.RealRedis;
import org.havenline.testing.RunningServer;
import org.havenline.testing.Soon;
import org.havenline.testing.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers on their way out while Twilio misbehaves: never twice, never late, never out of order,
/// and what is not known is not called sent (safety.md R-11, V-08).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OutboxIT {
  private static final String ANSWER = "Hola, aquí estoy";

  private final HandClock clock = HandClock.atNoon();
  private final RealRedis store = RealRedis.durable(RealRedis.Version.EMBEDDED);
  private final Redis redis = Redis.open(store.address());
  private RunningServer server;
  private int phones;

  private Phone phone;
  private Staff lucia;
  private String conversation;

  @BeforeAll
  void start() {
    server =
        RunningServer.start(clock, Map.of("HAVENLINE_REDIS_URL", store.address().uri().toString()));
  }

  @BeforeEach
  void oneConversation() {
    phone = server.phone("+120255501" + (10 + phones++));
    lucia = server.staff("lucia").onDuty();
    phone.texts("Hola, me gustaría hablar con alguien esta tarde");
    conversation = lucia.accepts();
  }

  @AfterEach
  void evening() {
    lucia.closes(conversation);
    server.evening();
  }

  @AfterAll
  void stop() {
    server.close();
    redis.close();
    store.close();
  }

  @Test
  void busyTwilioIsAskedAgainUntilItTakesTheAnswerOnce() {
    trouble("'where': 'rest', 'kind': 'status', 'status': 429, 'code': 20429, 'count': 3");

    int n = lucia.writes(conversation, ANSWER);

    eventually(() -> assertThat(state(n)).isEqualTo("delivered"));
    assertThat(phone.received()).containsExactly(ANSWER);
    assertThat(server.twilio().posts(phone.number(), ANSWER)).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'kind': 'status', 'status': 503, 'accepted': true",
        "'kind': 'stall', 'millis': 100, 'accepted': true",
        "'kind': 'close-after'"
      })
  void answerTakenWithoutAWordIsFoundAndNeverSentAgain(String kind) {
    trouble("'where': 'callback', 'kind': 'drop'");
    trouble("'where': 'rest', " + kind);

    int n = lucia.writes(conversation, ANSWER);
    int next = lucia.writes(conversation, "¿Cómo estás?");

    // before the hand moves the clock past all looks
    Soon.holds(() -> assertThat(phone.received()).containsExactly(ANSWER));
    // the next one leaves only when it is known what became of the first
    eventually(() -> assertThat(state(next)).isEqualTo("delivered"));
    assertThat(state(n)).isEqualTo("sending");
    assertThat(phone.received()).containsExactly(ANSWER, "¿Cómo estás?");
    assertThat(server.twilio().posts(phone.number(), ANSWER)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'kind': 'status', 'status': 503, 'accepted': false",
        "'kind': 'stall', 'millis': 100, 'accepted': false",
        "'kind': 'close-before'"
      })
  void answerThatIsNowhereIsShownAsUnknownAndNotSentAgain(String kind) {
    trouble("'where': 'rest', " + kind);

    int n = lucia.writes(conversation, ANSWER);
    int next = lucia.writes(conversation, "¿Cómo estás?");

    eventually(() -> assertThat(state(next)).isEqualTo("delivered"));
    assertThat(state(n)).isEqualTo("unknown");
    assertThat(phone.received()).containsExactly("¿Cómo estás?");
    assertThat(server.twilio().posts(phone.number(), ANSWER)).isEqualTo(1);
  }

  @Test
  void answerThatCouldNotLeaveInTenMinutesNeverLeaves() {
    trouble("'where': 'rest', 'kind': 'status', 'status': 429, 'code': 20429, 'count': 0");
    int n = lucia.writes(conversation, ANSWER);
    Soon.holds(() -> assertThat(server.twilio().posts(phone.number(), ANSWER)).isPositive());

    for (int i = 0; i < 52; i++) {
      // each try to its end: a worker that outlives his lease is another story
      eventually(() -> assertThat(state(n)).isIn("queued", "expired"));
      clock.move(Duration.ofSeconds(12));
      lucia.onDuty();
    }
    eventually(() -> assertThat(state(n)).isEqualTo("expired"));

    server.twilio().noMoreTrouble();
    int next = lucia.writes(conversation, "¿Cómo estás?");
    eventually(() -> assertThat(state(next)).isEqualTo("delivered"));
    assertThat(phone.received()).containsExactly("¿Cómo estás?");
  }

  @Test
  void answersKeepTheirOrderWhateverHappensToEach() {
    trouble("'where': 'rest', 'kind': 'slow', 'millis': 100");
    trouble("'where': 'rest', 'kind': 'status', 'status': 429, 'code': 20429, 'count': 2");
    trouble("'where': 'rest', 'kind': 'close-after'");
    trouble("'where': 'rest', 'kind': 'status', 'status': 503, 'accepted': true");
    trouble("'where': 'callback', 'kind': 'shuffle', 'count': 0");
    var answers = IntStream.range(0, 10).mapToObj(i -> "respuesta " + i).toList();

    var numbers = answers.stream().map(text -> lucia.writes(conversation, text)).toList();

    eventually(() -> assertThat(numbers).extracting(this::state).containsOnly("delivered"));
    assertThat(phone.received()).isEqualTo(answers);
  }

  @Test
  void reportsInAnyOrderAndSeveralTimesEndInTheRightState() {
    trouble("'where': 'callback', 'kind': 'shuffle', 'count': 0");
    trouble("'where': 'callback', 'kind': 'repeat', 'times': 3, 'count': 0");
    var numbers =
        IntStream.range(0, 10).mapToObj(i -> lucia.writes(conversation, "respuesta " + i)).toList();
    eventually(() -> assertThat(numbers).extracting(this::state).containsOnly("delivered"));

    trouble("'where': 'rest', 'kind': 'error-code', 'code': 30003");
    int lost = lucia.writes(conversation, ANSWER);
    eventually(() -> assertThat(state(lost)).isEqualTo("undelivered"));
    assertThat(lucia.message(conversation, lost).getInteger("error")).isEqualTo(30003);
  }

  /// Lets a little time pass at each look, in which she gives a sign of life; none while an answer
  /// is being sent, however busy the machine is: a worker that outlives his lease is another story.
  private void eventually(Runnable assertion) {
    Soon.holds(() -> {
      if (nothingIsBeingSent()) {
        clock.move(Duration.ofMillis(500));
      }
      lucia.onDuty();
      assertion.run();
    });
  }

  private boolean nothingIsBeingSent() {
    return redis.call("HLEN", "{demo}:outbox:claims").number() == 0;
  }

  private void trouble(String trouble) {
    server.twilio().trouble(phone.number(), trouble.replace('\'', '"'));
  }

  private String state(int n) {
    return lucia.message(conversation, n).getString("state");
  }
}
