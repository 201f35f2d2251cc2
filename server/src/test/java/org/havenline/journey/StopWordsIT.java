package org.havenline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.havenline.console.events.Console;
import org.havenline.contact.journal.EventLog;
import org.havenline.redis.Redis;
import org.havenline.testing.Line;
import org.havenline.testing.RealRedis;
import org.havenline.testing.RunningServer;
import org.havenline.testing.Soon;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Words the carrier acts on are words a person in danger may really text: each reaches a
/// responder, and nothing is called sent that the carrier refused (safety.md V-07).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StopWordsIT {
  private static final List<String> WORDS =
      List.of("STOP", "HELP", "END", "QUIT", "CANCEL", "INFO", "YES", "START");

  private final RealRedis store = RealRedis.durable(RealRedis.Version.EMBEDDED);
  private final Redis redis = Redis.open(store.address());
  private RunningServer server;

  @BeforeAll
  void start() {
    server =
        RunningServer.start(
            InstantSource.system(),
            Map.of("HAVENLINE_REDIS_URL", store.address().uri().toString()));
  }

  @AfterEach
  void evening() {
    server.evening();
  }

  @AfterAll
  void stop() {
    server.close();
    redis.close();
    store.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0|ruth  |Hello, I would like to talk to somebody this evening|Unsubscribe, Arrest
          1|lucia |Hola, me gustaría hablar con alguien esta tarde     |ALTO, AYUDA, PARAR, FIN, SÍ
          2|amara |Bonjour, je voudrais parler à quelqu'un ce soir     |ARRÊT, AIDE, FIN, OUI
          3|nadia |مرحبا، أريد أن أتحدث مع شخص ما هذا المساء            |توقف, مساعدة, نعم
          4|oksana|Добрий день, я хотіла б з кимось поговорити сьогодні|СТОП, ДОПОМОГА, КІНЕЦЬ, ТАК
          """)
  void eachWordReachesTheResponderAsWritten(int n, String speaks, String text, String own) {
    var phone = server.phone("+1202555013" + n);
    var responder = server.staff(speaks).onDuty();
    phone.texts(text);
    var conversation = responder.accepts();

    var sent = new ArrayList<>(List.of(text));
    for (var word : Stream.concat(WORDS.stream(), Stream.of(own.split(", ", -1))).toList()) {
      for (var written : List.of(word, word.toLowerCase(Locale.ROOT), capital(word), word + ".")) {
        phone.texts(written);
        sent.add(written);
      }
    }

    Soon.holds(() -> assertThat(responder.words(conversation)).containsExactlyElementsOf(sent));
    responder.closes(conversation);
  }

  @Test
  void eachWordAloneOpensAContact() {
    // speaks English and French: a lone word may be taken for either
    var responder = server.staff("amara").onDuty();
    for (var word : WORDS) {
      server.phone("+120255501" + (40 + WORDS.indexOf(word))).texts(word);
      var conversation = responder.accepts();
      assertThat(responder.words(conversation)).containsExactly(word);
      responder.closes(conversation);
    }
  }

  @Test
  void answerAfterStopIsShownAsNotSentUntilSheTextsStart() {
    var phone = server.phone("+12025550139");
    var lucia = server.staff("lucia").onDuty();
    phone.texts("Hola, me gustaría hablar con alguien esta tarde");
    var conversation = lucia.accepts();
    assertThat(lucia.contact(conversation).getBoolean("textable")).isTrue();
    phone.texts("STOP");
    Soon.holds(() -> assertThat(lucia.contact(conversation).getBoolean("textable")).isFalse());

    try (var console = new Console(server.url(), lucia.token(), "")) {
      console.next("snapshot");
      int n = lucia.writes(conversation, "¿Estás bien?");
      hearsThatItFailed(console);
      // a desk is told how a message stands now; the log keeps each state it had
      assertThat(states(conversation, n)).containsExactly("sending", "failed");
      assertThat(lucia.message(conversation, n).getInteger("error")).isEqualTo(21610);
    }
    assertThat(phone.received()).isEmpty();
    phone.texts("¿sigues?");
    Soon.holds(() -> assertThat(lucia.words(conversation)).endsWith("¿sigues?"));
    assertThat(lucia.contact(conversation).getBoolean("textable")).isFalse();

    phone.texts("start");
    Soon.holds(() -> assertThat(lucia.contact(conversation).getBoolean("textable")).isTrue());
    lucia.writes(conversation, "Aquí sigo");
    Soon.holds(() -> assertThat(phone.received()).containsExactly("Aquí sigo"));
    lucia.closes(conversation);
  }

  private static void hearsThatItFailed(Console console) {
    var state = "";
    while (!state.equals("failed")) {
      state = console.next("message.state").getJsonObject("message").getString("state");
      assertThat(state).isIn("sending", "failed");
    }
  }

  private List<String> states(String conversation, int n) {
    return new EventLog(redis, Line.KEYS)
        .after(0, 1_000).stream()
            .filter(event -> event.type().equals("message.state"))
            .filter(event -> event.field("contact").equals(Optional.of(conversation)))
            .filter(event -> event.field("n").equals(Optional.of(Integer.toString(n))))
            .flatMap(event -> event.field("state").stream())
            .toList();
  }

  private static String capital(String word) {
    return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
  }
}
