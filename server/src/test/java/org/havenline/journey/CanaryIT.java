package org.havenline.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.havenline.console.Api;
import org.havenline.console.events.Console;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisAddress;
import org.havenline.testing.Canaries;
import org.havenline.testing.Phone;
import org.havenline.testing.PlayedChat;
import org.havenline.testing.PlayedTwilio;
import org.havenline.testing.RunningServer;
import org.havenline.testing.ServerProcess;
import org.havenline.testing.Soon;
import org.havenline.testing.Staff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people write, who they are and what opens doors stands nowhere: not in a log at DEBUG, not
/// in a metric, not in a file of the data directory but sealed (safety.md A-12).
final class CanaryIT {
  private static final long SEED = 20_260_310;
  private static final String HOLA = "Hola, me gustaría hablar con alguien ";
  private static final int ROUNDS = 12;

  private final Canaries canaries = new Canaries(new SplittableRandom(SEED));
  private final Map<String, String> settings = RunningServer.settings();

  @Test
  void twoHundredCanariesAreFoundNowhereAndPlantedOnesAre(@TempDir Path folder) throws Exception {
    try (var server = serve(folder)) {
      var intruder = new Intruder(server.url(), canaries);
      var twilio = new PlayedTwilio(server.url());
      var lucia = staff(server, "lucia").onDuty();
      var miriam = staff(server, "miriam");

      everythingInTexts(twilio, miriam);
      var conversation = conversation(twilio, lucia);
      everyFailureOfTwilio(twilio, lucia, conversation);
      chatAndReturn(server);
      miriam.resolvesQuarantined(canaries.word("note on quarantined input"));
      lucia.onDuty();
      intruder.knocksAtEveryDoor(lucia.token());
      lucia.onDuty();
      whileTheStoreIsFrozen(server, twilio, intruder, lucia.token());
      lucia.closes(conversation, canaries.word("note of closing"));
      frames(server, lucia);

      assertThat(canaries.count()).isGreaterThanOrEqualTo(200);
      assertThat(found(server)).isEmpty();
      assertThat(server.err()).as("DEBUG is on").contains("\"DEBUG\"");

      var planted = new Canaries(new SplittableRandom(SEED + 1));
      var expected = plant(planted, server);
      assertThat(search(planted, server)).containsAll(expected);
    }
  }

  private ServerProcess serve(Path folder) throws IOException {
    settings.put("HAVENLINE_DEMO", "true");
    settings.put("HAVENLINE_TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000001");
    settings.put("HAVENLINE_TWILIO_AUTH_TOKEN", canaries.plain("token of Twilio"));
    settings.put(
        "HAVENLINE_TWILIO_API_URL", settings.get("HAVENLINE_PUBLIC_URL") + "/simulator/twilio");
    var debug = folder.resolve("logback.xml");
    try (var shipped = Redis.class.getResourceAsStream("/logback.xml")) {
      var text = new String(shipped.readAllBytes(), UTF_8);
      Files.writeString(
          debug,
          text.replace("level=\"INFO\"", "level=\"DEBUG\"")
              .replace("<root level=\"WARN\">", "<root level=\"DEBUG\">"));
    }
    return ServerProcess.run(
            settings,
            "-XX:TieredStopAtLevel=1",
            "-Dlogback.configurationFile=" + debug,
            "-jar",
            ServerProcess.jar(),
            "serve")
        .isReady();
  }

  private static Staff staff(ServerProcess server, String name) {
    return new Staff(new Api(server.url()).signIn(name, server.password(name)));
  }

  private void everythingInTexts(PlayedTwilio twilio, Staff miriam) {
    for (int i = 0; i < ROUNDS; i++) {
      var phone = new Phone(twilio, canaries.number("number of a phone"));
      phone.texts(
          new JsonObject()
              .put("body", HOLA + canaries.word("text"))
              .put("channel", i % 2 == 0 ? "SMS" : "WHATSAPP")
              .put(
                  "media",
                  new JsonArray()
                      .add(
                          new JsonObject()
                              .put("contentType", "image/" + canaries.plain("type of media"))
                              .put("url", "https://example.org/" + canaries.plain("media"))))
              .put("extra", oddFields(i)));
    }
    var asked = new Phone(twilio, canaries.number("number of one asked for her language"));
    asked.texts("hola");
    Soon.holds(() -> assertThat(asked.received()).hasSize(1));
    asked.texts("2 " + canaries.word("text that answers nothing"));
    Soon.holds(() -> assertThat(miriam.contacts()).isNotEmpty());
  }

  private JsonObject oddFields(int round) {
    var odd =
        new JsonObject()
            .put("ProfileName", canaries.word("name of a profile"))
            .put("FromCity", canaries.word("city"))
            .put(canaries.plain("name of a field"), canaries.word("unknown field"));
    return switch (round % 6) {
      case 0 -> odd.put("From", canaries.word("impossible sender"));
      case 1 -> odd.put("To", canaries.word("impossible line"));
      case 2 -> odd.put("NumMedia", canaries.word("number of media"));
      case 3 ->
          odd.put("Body", new JsonArray().add(canaries.word("one")).add(canaries.word("two")));
      case 4 -> odd.put("OptOutType", canaries.word("opt-out"));
      default -> odd;
    };
  }

  private String conversation(PlayedTwilio twilio, Staff lucia) {
    var phone = new Phone(twilio, canaries.number("number of a phone"));
    phone.texts(HOLA + canaries.word("first text"));
    var conversation = lucia.accepts();
    phone.texts(canaries.word("second text"));
    lucia.writes(conversation, "Hola " + canaries.word("answer"));
    return conversation;
  }

  /// What is said on the page, and what opens it again: the token of the page, and her words.
  private void chatAndReturn(ServerProcess server) {
    var chat = new PlayedChat(server.url()).starts("es");
    canaries.given(chat.token(), "token of a chat");
    chat.says(HOLA + canaries.word("first words of a chat"));
    chat.shows(1);
    var words = chat.asksForWords();
    for (int line = 0; line + 1 < words.size(); line++) {
      for (var between : List.of("\n", "\\n", " ")) {
        canaries.given(words.get(line) + between + words.get(line + 1), "words to return");
      }
    }
    new PlayedChat(server.url()).comesBack("es", canaries.word("wrong words to return"));
    var back = new PlayedChat(server.url()).comesBack("es", String.join("\n", words));
    canaries.given(back.token(), "token of who is back");
    back.says(canaries.word("words of who is back"));
    assertThat(back.shows(2)).first().asString().contains(HOLA);
  }

  private void everyFailureOfTwilio(PlayedTwilio twilio, Staff lucia, String conversation) {
    for (var trouble :
        List.of(
            "'kind': 'status', 'status': 400, 'code': 21211",
            "'kind': 'status', 'status': 503, 'accepted': true",
            "'kind': 'status', 'status': 500",
            "'kind': 'close-before'",
            "'kind': 'stall', 'millis': 50",
            "'kind': 'error-code', 'code': 30003")) {
      twilio.everyTrouble(("'where': 'rest', 'count': 2, " + trouble).replace('\'', '"'));
      lucia.writes(conversation, "Sigo aquí " + canaries.word("answer under " + trouble));
    }
  }

  private void whileTheStoreIsFrozen(
      ServerProcess server, PlayedTwilio twilio, Intruder intruder, String token)
      throws IOException, InterruptedException {
    var pid = Long.toString(server.redis().orElseThrow().pid());
    new ProcessBuilder("kill", "-STOP", pid).start().waitFor();
    try {
      twilio.tries(
          canaries.number("number with the store frozen"),
          new JsonObject().put("body", canaries.word("text with the store frozen")));
      intruder.signsIn();
      intruder.asks(token);
    } finally {
      new ProcessBuilder("kill", "-CONT", pid).start().waitFor();
    }
    Soon.holds(() -> assertThat(server.management("/health/ready").statusCode()).isEqualTo(200));
  }

  private void frames(ServerProcess server, Staff staff) {
    for (var frame :
        List.of(
            canaries.word("frame"),
            "{\"type\":\"" + canaries.word("type of a frame") + "\"}",
            "{\"type\":{\"" + canaries.word("frame of another shape") + "\":1}}")) {
      try (var console =
          new Console(server.url(), staff.token(), "?after=" + canaries.plain("after"))) {
        console.next("snapshot");
        console.say(frame);
        Soon.holds(() -> assertThat(console.closeCode()).isEqualTo(1003));
      }
    }
  }

  /// Puts one canary into the store, and one in each encoding into the log and into a file.
  private static List<String> plant(Canaries planted, ServerProcess server) throws IOException {
    var address = Files.readString(server.data().resolve("redis/address")).strip();
    var stored = planted.word("stored");
    try (var redis = Redis.open(RedisAddress.parse(address))) {
      redis.call("SET", "planted", stored);
    }
    var logged = planted.word("logged");
    var expected = new ArrayList<>(List.of("stored in UTF-8"));
    for (var form : Canaries.encodings(logged).entrySet()) {
      server.print(form.getValue());
      expected.add("logged in " + form.getKey());
    }
    return expected;
  }

  private List<String> found(ServerProcess server) throws IOException {
    return search(canaries, server);
  }

  /// The log, the metrics, and every file but the keys. The store's append-only file has every key
  /// and value that ever was, also those that ran out.
  private static List<String> search(Canaries sought, ServerProcess server) throws IOException {
    var found = new TreeSet<String>();
    for (var printed : server.printed()) {
      found.addAll(sought.foundIn(Files.readAllBytes(printed)));
    }
    found.addAll(sought.foundIn(server.management("/metrics").body().getBytes(UTF_8)));
    try (var files = Files.walk(server.data())) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (!file.startsWith(server.data().resolve("keys"))) {
          found.addAll(sought.foundIn(Files.readAllBytes(file)));
        }
      }
    }
    return List.copyOf(found);
  }
}
