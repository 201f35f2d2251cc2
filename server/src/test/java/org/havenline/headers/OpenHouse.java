package org.havenline.headers;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.havenline.console.Api;
import org.havenline.privacy.Keys;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisAddress;
import org.havenline.referral.given.Services;
import org.havenline.referral.link.Links;
import org.havenline.referral.link.Purpose;
import org.havenline.referral.stored.Directory;
import org.havenline.testing.HandClock;
import org.havenline.testing.PlayedChat;
import org.havenline.testing.RunningServer;

/// The whole server with all its doors open, and somebody behind each: a chat, staff, a service
/// with its two links.
final class OpenHouse implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  private final HandClock clock = HandClock.atNoon();
  private final Map<String, String> settings = RunningServer.settings();
  final RunningServer server;
  final Redis redis;

  OpenHouse() throws IOException {
    settings.put("HAVENLINE_DEMO", "true");
    settings.put("HAVENLINE_PUBLISH_DIRECTORY", "true");
    settings.put("HAVENLINE_TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000001");
    settings.put("HAVENLINE_TWILIO_AUTH_TOKEN", TOKEN);
    settings.put(
        "HAVENLINE_TWILIO_API_URL", settings.get("HAVENLINE_PUBLIC_URL") + "/simulator/twilio");
    server = RunningServer.start(clock, settings);
    redis =
        Redis.open(RedisAddress.parse(Files.readString(data().resolve("redis/address")).strip()));
  }

  private Path data() {
    return Path.of(Objects.requireNonNull(settings.get("HAVENLINE_DATA_DIR")));
  }

  Knocks knocks() {
    var keys = Keys.open(data().resolve("keys"), redis);
    Services.put(
        new Directory(redis, keys.vault(), keys.pseudonyms(), clock), Services.service("house"));
    var links = new Links(redis, keys.vault(), keys.pseudonyms(), clock, new SecureRandom());
    var places = links.issue(new Purpose("capacity", "house"), Duration.ofDays(1)).token();
    return new Knocks(
        server.url().toString(),
        TOKEN,
        List.of(cookie("lucia"), cookie("miriam"), cookie("jonas"), cookie("nadia")),
        new PlayedChat(server.url()).starts("en").token(),
        new PlayedChat(server.url()).starts("en").token(),
        Map.of("/p/:token", "/p/" + places, "/r/:token", referral().getPath()));
  }

  private String cookie(String staff) {
    return "Cookie: __Host-desk=" + server.signedIn(staff).token() + "\r\n";
  }

  private URI referral() {
    var lucia = server.staff("lucia").onDuty();
    new PlayedChat(server.url()).starts("es").says("Hola, necesito un lugar para esta noche");
    // the first message of a server waits until it has learnt the languages
    Awaitility.await().atMost(PATIENCE).until(() -> lucia.asked().isPresent());
    var api = server.signedIn("lucia");
    var at = "/contacts/" + lucia.accepts() + "/referrals";
    var house = new JsonObject().put("service", "house");
    var made = api.post(at, new JsonObject().put("options", new JsonArray().add(house)));
    var one = at + "/" + made.body().getString("id");
    ok(api.post(one + "/consent", house.copy().put("fields", new JsonArray())));
    return URI.create(
        ok(api.post(one + "/send", house.copy().put("by", "link"))).getString("link"));
  }

  private static JsonObject ok(Api.Answer answer) {
    if (answer.status() > 299) {
      throw new IllegalStateException("answered " + answer.status());
    }
    return answer.body();
  }

  /// From now on whatever asks the store meets a fault that nobody foresaw.
  void breakStore() {
    redis.call("ACL", "SETUSER", "default", "-evalsha", "-eval", "-hgetall", "-hget");
  }

  void mendStore() {
    redis.call("ACL", "SETUSER", "default", "+@all");
  }

  /// @param how `STOP` or `CONT`
  void freezeStore(String how) throws IOException {
    var pid = Files.readString(data().resolve("redis/redis.pid")).strip();
    new ProcessBuilder("kill", "-" + how, pid).start().onExit().join();
  }

  @Override
  public void close() {
    redis.close();
    server.close();
  }
}
