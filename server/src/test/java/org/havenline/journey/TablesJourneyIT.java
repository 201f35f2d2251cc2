package org.havenline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Objects;
import org.havenline.console.Api;
import org.havenline.testing.HandClock;
import org.havenline.testing.RunningServer;
import org.havenline.testing.Soon;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tables change while people write and wait.
final class TablesJourneyIT {
  private static final String HOLA = "Hola, me gustaría hablar con alguien esta tarde";

  private final HandClock clock = HandClock.atNoon();

  @SuppressWarnings("NullAway.Init") // before each test
  private RunningServer server;

  @SuppressWarnings("NullAway.Init") // before each test
  private Api jonas;

  @BeforeEach
  void start() {
    server = RunningServer.start(clock);
    jonas = server.signedIn("jonas");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whoWaitsIsOfferedByTheNewTablesWithoutARestart() {
    server.phone("+12025550140").texts(HOLA);
    var nadia = server.staff("nadia").onDuty();
    Soon.holds(() -> assertThat(nadia.contacts()).hasSize(1));
    assertThat(nadia.asked()).as("she speaks no Spanish").isEmpty();

    publish("languages: {ar: native, fr: fluent", "languages: {ar: native, es: fluent, fr: fluent");

    assertThat(nadia.isAsked().getJsonObject("offer").getJsonArray("reasons"))
        .contains("writes Spanish, which you speak");
  }

  @Test
  void whoIsNoLongerInTheTablesIsSignedOutAtOnce() {
    var api = server.signedIn("lucia");
    assertThat(api.get("/me").status()).isEqualTo(200);

    publish("lucia", "lucille");

    Soon.holds(() -> assertThat(api.get("/me").status()).isEqualTo(401));
  }

  @Test
  void whileTheLineIsDownWhoWritesIsToldTheTruthAtOnce() {
    var phone = server.phone("+12025550141");
    var down = new JsonObject().put("down", true).put("reason", "no power");
    assertThat(jonas.send("PUT", "/tables/lines/demo", down.encode()).status()).isEqualTo(200);

    phone.texts(HOLA);

    Soon.holds(() ->
        assertThat(phone.received())
            .singleElement()
            .asString()
            .isNotEqualTo(HOLA)
            .contains("mensaje"));
    clock.move(Duration.ofSeconds(1));
    assertThat(phone.received()).hasSize(1);
  }

  private void publish(String from, String to) {
    var changed = new JsonArray();
    for (var one : jonas.get("/tables/versions/1").body().getJsonArray("content")) {
      var file = (JsonObject) one;
      var text = Objects.requireNonNull(file.getString("text"));
      changed.add(file.copy().put("text", text.replace(from, to)));
    }
    var draft = new JsonObject().put("reason", "a test").put("files", changed);
    assertThat(jonas.post("/tables/versions", draft).status()).isEqualTo(201);
    var deed = new JsonObject().put("reason", "a test").put("over", 1);
    var answer = jonas.post("/tables/versions/2/publish", deed);
    assertThat(answer.status()).as(answer.body().encode()).isEqualTo(200);
  }
}
