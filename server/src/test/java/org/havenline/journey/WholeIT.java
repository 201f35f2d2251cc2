package org.havenline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.havenline.testing.HandClock;
import org.havenline.testing.MixedMessages;
import org.havenline.testing.RunningServer;
import org.havenline.testing.Soon;
import org.havenline.testing.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A thousand mixed messages through the webhook of a whole server.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WholeIT {
  private static final long SEED = 20_261_124;
  private static final int MANY = 1_000;
  private static final int AT_ONCE = 8;
  private static final int CORRECTED = 25;

  private final List<MixedMessages.One> messages =
      MixedMessages.of(new SplittableRandom(SEED), MANY);
  private final HandClock clock = HandClock.atNoon();
  private RunningServer server;
  private Staff miriam;

  @BeforeAll
  void everybodyWrites() throws Exception {
    System.out.println("seed " + SEED);
    server = RunningServer.start(clock);
    miriam = server.staff("miriam");
    // before all others, and the most urgent: the head of the queue
    server.phone(number(0)).texts("me van a matar esta noche, ayuda");
    Soon.holds(() -> assertThat(miriam.contacts()).hasSize(1));
    clock.move(Duration.ofSeconds(1));
    try (var phones = Executors.newFixedThreadPool(AT_ONCE)) {
      var sent =
          IntStream.range(1, MANY)
              .<Future<?>>mapToObj(
                  n -> phones.submit(() -> server.phone(number(n)).texts(messages.get(n).text())))
              .toList();
      for (var one : sent) {
        one.get();
      }
    }
    Soon.holds(() -> assertThat(miriam.contacts()).hasSize(MANY));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /// All of one country, whose prior tells little.
  private static String number(int n) {
    return "+1202556%04d".formatted(n);
  }

  @Test
  void everyOneHasALanguageAConfidenceSignalsAndReasons() {
    var contacts = miriam.contacts();

    assertThat(messages.stream().map(MixedMessages.One::language).distinct())
        .hasSizeGreaterThan(11);
    assertThat(contacts)
        .allSatisfy(contact -> {
          var language = contact.getJsonObject("language");
          assertThat(language.getString("tag")).isNotEmpty();
          assertThat(language.getDouble("confidence")).isBetween(0.0, 1.0);
          assertThat(language.getString("certainty")).isIn("set", "provisional", "unknown");
          assertThat(language.getJsonArray("likely")).isNotEmpty();
          var risk = contact.getJsonObject("risk");
          assertThat(risk.getString("level")).isIn("IMMEDIATE", "HIGH", "ELEVATED", "STANDARD");
          assertThat(risk.getJsonArray("indicators")).isNotNull();
          assertThat(contact.getJsonArray("reasons"))
              .hasSize(3)
              .allSatisfy(reason -> assertThat((String) reason).isNotBlank());
        });
    assertThat(contacts.stream().filter(WholeIT::hasSignals)).hasSizeGreaterThan(100);
  }

  @Test
  void aCorrectedLanguageRoutesAnewAndKeepsEveryPlace() {
    var before = inOrder();
    var random = new SplittableRandom(SEED);
    var first = before.getFirst();
    assertThat(first.getJsonObject("language").getString("tag")).isEqualTo("es");
    miriam.sets(id(first), "language", "uk");
    var some = random.ints(1, MANY).distinct().limit(CORRECTED).mapToObj(before::get).toList();
    var ids = some.stream().map(WholeIT::id).collect(Collectors.toSet());

    ids.forEach(id -> miriam.sets(id, "language", "uk"));

    var now = byId(inOrder());
    assertThat(before)
        .allSatisfy(one -> {
          var after = Objects.requireNonNull(now.get(id(one)));
          boolean rose = !risk(after).equals(risk(one));
          // read again as Ukrainian, what she wrote may show more danger
          assertThat(rose && !ids.contains(id(one))).isFalse();
          assertThat(place(after)).isLessThanOrEqualTo(place(one));
          assertThat(rose || place(after) == place(one)).isTrue();
        });
    assertThat(some)
        .allSatisfy(one -> {
          var corrected = Objects.requireNonNull(now.get(id(one)));
          assertThat(corrected.getJsonObject("language").getString("tag")).isEqualTo("uk");
          assertThat(corrected.getJsonObject("language").getString("certainty"))
              .isEqualTo("chosen");
          assertThat(corrected.getJsonArray("reasons").getString(0))
              .contains("as a colleague said");
        });
    var oksana = server.staff("oksana").onDuty();
    // she is asked about as many as she may hold, and a list read meanwhile may not show the first
    Soon.holds(() ->
        assertThat(oksana.contacts().stream().filter(one -> one.containsKey("offer")))
            .as("she reads it")
            .extracting(WholeIT::id)
            .contains(id(first)));
    server.evening();
  }

  private List<JsonObject> inOrder() {
    return miriam.contacts().stream()
        .sorted(Comparator.comparingLong(WholeIT::place).thenComparing(WholeIT::id))
        .toList();
  }

  private static Map<String, JsonObject> byId(List<JsonObject> contacts) {
    return contacts.stream().collect(Collectors.toMap(WholeIT::id, Function.identity()));
  }

  private static String id(JsonObject contact) {
    return contact.getString("id");
  }

  private static String risk(JsonObject contact) {
    return contact.getJsonObject("risk").getString("level");
  }

  private static long place(JsonObject contact) {
    return contact.getLong("order");
  }

  private static boolean hasSignals(JsonObject contact) {
    return !contact.getJsonObject("risk").getJsonArray("indicators").isEmpty();
  }
}
