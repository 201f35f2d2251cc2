package org.havenline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.havenline.console.Api;
import org.havenline.privacy.Keys;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisAddress;
import org.havenline.referral.given.Services;
import org.havenline.referral.stored.Directory;
import org.havenline.testing.HandClock;
import org.havenline.testing.RunningServer;
import org.havenline.testing.Soon;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// From a text on a phone to a service that takes her in.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReferralJourneyIT {
  private static final String HOLA = "Hola, necesito un lugar para esta noche";

  private final HandClock clock = HandClock.atNoon();
  private final HttpClient http = HttpClient.newHttpClient();
  private RunningServer server;

  @BeforeAll
  void start() throws IOException {
    var settings = RunningServer.settings();
    server = RunningServer.start(clock, settings);
    var data = Path.of(Objects.requireNonNull(settings.get("HAVENLINE_DATA_DIR")));
    var address = Files.readString(data.resolve("redis/address")).strip();
    try (var redis = Redis.open(RedisAddress.parse(address))) {
      var keys = Keys.open(data.resolve("keys"), redis);
      var directory = new Directory(redis, keys.vault(), keys.pseudonyms(), clock);
      Services.put(directory, Services.service("house"));
      var secret = Services.service("secret");
      secret.withObject("havenline").put("confidential", true).put("area", "North");
      Services.put(directory, secret);
    }
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void sheChoosesAgreesIsToldAndTheServiceTakesHerIn() {
    var phone = server.phone("+12025550181");
    var lucia = server.staff("lucia").onDuty();
    phone.texts(HOLA);
    var contact = lucia.accepts();
    var api = server.signedIn("lucia");
    var at = "/contacts/" + contact + "/referrals";

    var offered =
        ok(
            api.post(
                at,
                new JsonObject()
                    .put("options", services("house", "secret"))
                    .put("needs", new JsonArray().add("shelter"))
                    .put("told", new JsonObject().put("name", "Ana").put("note", "<b>no</b>"))
                    .put("about", new JsonObject().put("sex", "woman"))));
    var one = at + "/" + offered.getString("id");
    assertThat(offered.getJsonArray("options").encode())
        .contains("House secret", "\"place\":\"North\"")
        .containsOnlyOnce("Hidden Lane");

    phone.texts("sí, a la casa");
    Soon.holds(() -> assertThat(lucia.messages(contact)).hasSize(2));
    var yes = lucia.message(contact, 2).getString("id");
    var send = new JsonObject().put("service", "house");
    assertThat(api.post(one + "/send", send.copy().put("by", "link")).body().getString("title"))
        .isEqualTo("She has not agreed to this.");
    var agreed =
        ok(
            api.post(
                one + "/consent",
                new JsonObject()
                    .put("service", "house")
                    .put("fields", new JsonArray().add("name").add("languages"))
                    .put("told", new JsonObject().put("languages", "español"))
                    .put("message", yes)));
    assertThat(agreed.getJsonObject("consent").getBoolean("inForce")).isTrue();

    ok(api.post(one + "/send", send.copy().put("by", "text").put("key", "0123456789abcdef")));
    Soon.holds(() ->
        assertThat(phone.received())
            .containsExactly("Puedes llamar a este número: +1 202 555 0170."));
    var link =
        URI.create(ok(api.post(one + "/send", send.copy().put("by", "link"))).getString("link"));

    assertThat(get(link).body()).contains("Open").doesNotContain("Ana", "español");
    assertThat(post(link, "do=open").body())
        .contains("Ana", "español", "House house")
        .doesNotContain("no&lt;", "<b>no", "+1202");
    assertThat(post(link, "do=accepted&reason=come+at+%3C9%3E").body()).contains("Thank you");

    var seen = referral(api, at);
    assertThat(seen.getJsonObject("outcome").getString("outcome")).isEqualTo("accepted");
    assertThat(seen.getJsonObject("outcome").getString("by")).isEqualTo("service");
    assertThat(seen.getJsonObject("outcome").getString("reason")).isEqualTo("come at <9>");
    var soon = clock.instant().plus(Duration.ofSeconds(20)).toString();
    ok(
        api.post(
            one + "/outcome", new JsonObject().put("followUp", new JsonObject().put("at", soon))));
    for (int i = 0; i < 2; i++) {
      clock.move(Duration.ofSeconds(10));
      lucia.onDuty();
    }
    var followUps = ok(api.get("/follow-ups")).getJsonArray("followUps");
    assertThat(followUps).hasSize(1);
    assertThat(followUps.getJsonObject(0).getBoolean("due")).isTrue();

    onlyTheyMaySee(at, one);
    assertThat(api.send("DELETE", one + "/consent", null).status()).isEqualTo(200);
    assertThat(get(link).statusCode()).isEqualTo(404);
    assertThat(post(link, "do=open").statusCode()).isEqualTo(404);
    assertThat(api.post(one + "/send", send.copy().put("by", "phone")).status()).isEqualTo(409);
    lucia.closes(contact);
  }

  private void onlyTheyMaySee(String at, String one) {
    var tomas = server.signedIn("tomas");
    assertThat(tomas.get(at).status()).isEqualTo(404);
    assertThat(tomas.send("DELETE", one + "/consent", null).status()).isEqualTo(404);
    assertThat(ok(tomas.get("/follow-ups")).getJsonArray("followUps")).isEmpty();
    var miriam = server.signedIn("miriam");
    assertThat(ok(miriam.get(at)).getJsonArray("referrals")).hasSize(1);
    assertThat(
            miriam
                .post(one + "/send", new JsonObject().put("service", "house").put("by", "phone"))
                .status())
        .isEqualTo(404);
    var statistics = ok(miriam.get("/statistics/referrals"));
    assertThat(statistics.getString("month")).isEqualTo("2026-02");
    assertThat(statistics.getJsonObject("tables").getJsonObject("sex").getValue("total")).isNull();
    assertThat(miriam.get("/statistics/referrals?month=2026-03").status()).isEqualTo(400);
  }

  @Test
  void thePageHasNoScriptSaysNothingOfTheLineAndIsSlowedWhenItIsCalledWithoutEnd() {
    var unknown = get(server.url().resolve("/r/" + "a".repeat(43)));
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("<title>Request</title>").doesNotContain("script");
    assertThat(unknown.headers().firstValue("content-security-policy").orElseThrow())
        .startsWith("default-src 'none'; style-src 'sha256-")
        .contains("form-action 'self'");
    assertThat(unknown.headers().firstValue("referrer-policy")).contains("no-referrer");
    assertThat(unknown.headers().firstValue("cache-control")).contains("no-store");

    var phone = server.phone("+12025550182");
    var lucia = server.staff("lucia").onDuty();
    phone.texts(HOLA);
    var contact = lucia.accepts();
    var api = server.signedIn("lucia");
    var at = "/contacts/" + contact + "/referrals";
    var id = ok(api.post(at, new JsonObject().put("options", services("house")))).getString("id");
    var house = new JsonObject().put("service", "house");
    ok(api.post(at + "/" + id + "/consent", house.copy().put("fields", new JsonArray())));
    var link =
        URI.create(
            ok(api.post(at + "/" + id + "/send", house.copy().put("by", "link")))
                .getString("link"));

    int answered = 0;
    while (answered < 100 && get(link).statusCode() == 200) {
      answered++;
    }

    assertThat(answered).isEqualTo(30);
    assertThat(get(link).statusCode()).isEqualTo(429);
    lucia.closes(contact);
  }

  private static JsonArray services(String... ids) {
    var list = new JsonArray();
    for (var id : ids) {
      list.add(new JsonObject().put("service", id));
    }
    return list;
  }

  private static JsonObject referral(Api api, String at) {
    return ok(api.get(at)).getJsonArray("referrals").getJsonObject(0);
  }

  private HttpResponse<String> get(URI link) {
    return send(HttpRequest.newBuilder(link).GET());
  }

  private HttpResponse<String> post(URI link, String form) {
    return send(
        HttpRequest.newBuilder(link)
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonObject ok(Api.Answer answer) {
    assertThat(answer.status()).as(answer.body().encode()).isLessThan(300);
    return answer.body();
  }
}
