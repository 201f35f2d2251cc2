package org.havenline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.havenline.console.events.Console;
import org.havenline.testing.HandClock;
import org.havenline.testing.RunningServer;
import org.havenline.testing.Soon;
import org.havenline.testing.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// From a text on a phone to an answer on it, with the shipped tables.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TextJourneyIT {
  private static final String HOLA = "Hola, me gustaría hablar con alguien esta tarde";

  private final HandClock clock = HandClock.atNoon();
  private RunningServer server;

  @BeforeAll
  void start() {
    server = RunningServer.start(clock);
  }

  @AfterEach
  void evening() {
    server.evening();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0|es|Spanish  |lucia |oksana|Hola, me gustaría hablar con alguien esta tarde     |Hola, aquí estoy
          1|ar|Arabic   |nadia |lucia |مرحبا، أريد أن أتحدث مع شخص ما هذا المساء            |أنا هنا معك
          2|uk|Ukrainian|oksana|lucia |Добрий день, я хотіла б з кимось поговорити сьогодні|Я тут, пишіть
          3|fr|French   |amara |lucia |Bonjour, je voudrais parler à quelqu'un ce soir     |Bonjour, je suis là
          4|en|English  |ruth  |oksana|Hello, I would like to talk to somebody this evening|Hello, I am here
          """)
  void personIsAnsweredByOneWhoSpeaksHerLanguage(
      int n,
      String language,
      String name,
      String speaks,
      String other,
      String text,
      String answer) {
    var phone = server.phone("+1202555015" + n);
    var responder = server.staff(speaks).onDuty();
    var colleague = server.staff(other);

    phone.texts(text);
    var asked = responder.isAsked();
    assertThat(asked.getJsonObject("language").getString("tag")).isEqualTo(language);
    assertThat(asked.getBoolean("seenBefore")).isFalse();
    assertThat(asked.getJsonObject("offer").getJsonArray("reasons"))
        .contains("writes " + name + ", which you speak");
    assertThat(colleague.asked()).isEmpty();

    var conversation = responder.accepts();
    assertThat(responder.words(conversation)).containsExactly(text);
    responder.writes(conversation, answer);
    Soon.holds(() -> assertThat(phone.received()).containsExactly(answer));
    Soon.holds(() ->
        assertThat(responder.message(conversation, 2).getString("state")).isEqualTo("delivered"));

    phone.texts("!");
    Soon.holds(() -> assertThat(responder.words(conversation)).containsExactly(text, answer, "!"));
    responder.closes(conversation);

    phone.texts(text);
    var again = responder.isAsked();
    assertThat(again.getString("id")).isNotEqualTo(conversation);
    assertThat(again.getBoolean("seenBefore")).isTrue();
    responder.closes(responder.accepts());
  }

  @Test
  void whenNobodyIsThereSheIsToldOnceAndTheOneOnCallIsPaged() {
    var phone = server.phone("+12025550161");
    var onCall = server.phone("+12025550199");
    phone.texts(HOLA);
    phone.texts("¿hay alguien?");
    Soon.holds(() -> assertThat(server.staff("miriam").contacts()).hasSize(1));

    wait(Duration.ofSeconds(61));
    Soon.holds(() -> assertThat(phone.received()).hasSize(1));
    wait(Duration.ofMinutes(5));
    Soon.holds(() -> assertThat(onCall.received()).hasSize(1));
    wait(Duration.ofMinutes(50));
    // two pages came due in one moment of this test, and are one
    Soon.holds(() -> assertThat(onCall.received()).hasSize(2));
    wait(Duration.ofMinutes(3));
    Soon.holds(() -> assertThat(onCall.received()).hasSize(3));

    assertThat(phone.received())
        .containsExactly("Recibimos tu mensaje. Puede tardar un poco; te escribirán por aquí.");
    assertThat(onCall.received())
        .allMatch(text -> !text.contains("202555"), "tells no number")
        .allMatch(text -> !text.contains("Hola"), "tells no content");
    var lucia = server.staff("lucia").onDuty();
    var conversation = lucia.accepts();
    assertThat(lucia.messages(conversation))
        .filteredOn(message -> message.getBoolean("automatic", false))
        .hasSize(1);
    lucia.closes(conversation);
  }

  @Test
  void sheIsAskedForHerLanguageOnceAndHerDigitBringsHerToWhoSpeaksIt() {
    server
        .twilio()
        .everyTrouble("\"where\": \"webhook\", \"kind\": \"repeat\", \"times\": 2, \"count\": 2");
    var phone = server.phone("+12025550165").texts("hola");
    Soon.holds(() -> assertThat(phone.received()).hasSize(1));
    var menu = phone.received().getFirst();
    assertThat(menu).startsWith("1 English\n2 Español\n");
    var other = server.phone("+12025550166").texts(HOLA);
    var miriam = server.staff("miriam");
    Soon.holds(() -> assertThat(miriam.contacts()).hasSize(2));

    phone.texts("2");
    var lucia = server.staff("lucia").onDuty();
    var asked = lucia.isAsked();

    var conversation = lucia.accepts();
    assertThat(lucia.words(conversation))
        .as("before who came later")
        .containsExactly("hola", menu, "2");
    assertThat(asked.getJsonObject("language").getString("tag")).isEqualTo("es");
    assertThat(asked.getJsonObject("language").getString("certainty")).isEqualTo("own");
    assertThat(asked.getJsonArray("reasons")).contains("Spanish, as she chose herself");
    assertThat(lucia.message(conversation, 3).getString("chose")).isEqualTo("es");
    assertThat(phone.received()).containsExactly(menu);
    lucia.closes(conversation);
    assertThat(lucia.words(lucia.accepts())).containsExactly(HOLA);
    lucia.closes(lucia.contacts().getFirst().getString("id"));
    assertThat(other.received()).isEmpty();
  }

  @Test
  void declinedContactIsOfferedToTheNext() {
    var lucia = server.staff("lucia").onDuty();
    server.phone("+12025550162").texts(HOLA);
    lucia.isAsked();
    var tomas = server.staff("tomas").onDuty();

    var contact = lucia.declines();

    assertThat(tomas.accepts()).isEqualTo(contact);
    assertThat(lucia.asked()).isEmpty();
    tomas.closes(contact);
  }

  @Test
  void unansweredOfferGoesToTheNextAndTheSilentOneOffDuty() {
    var lucia = server.staff("lucia").onDuty();
    server.phone("+12025550163").texts(HOLA);
    var contact = lucia.isAsked().getString("id");
    var tomas = server.staff("tomas").onDuty();

    wait(Duration.ofSeconds(40), lucia, tomas);
    clock.move(Duration.ofSeconds(6));

    assertThat(tomas.accepts()).isEqualTo(contact);
    assertThat(lucia.isOnDuty()).isFalse();
    tomas.closes(contact);
  }

  @Test
  void conversationOfOneWhoseLineBrokeGoesBackToTheQueue() {
    var lucia = server.staff("lucia").onDuty();
    var phone = server.phone("+12025550164").texts(HOLA);
    var conversation = lucia.accepts();
    try (var console = new Console(server.url(), lucia.token(), "")) {
      for (int i = 0; i < 4; i++) {
        clock.move(Duration.ofSeconds(10));
        console.say("{\"type\":\"ping\"}");
        console.next("pong");
      }
      assertThat(lucia.contact(conversation).getString("state")).isEqualTo("connected");
    }

    clock.move(Duration.ofSeconds(31));
    Soon.holds(
        () -> assertThat(lucia.contact(conversation).getString("state")).isEqualTo("queued"));

    // nobody is there, so it is not left in silence
    wait(Duration.ofMinutes(10));
    var onCall = server.phone("+12025550199");
    int pages = onCall.received().size();
    wait(Duration.ofMinutes(3));
    Soon.holds(() -> assertThat(onCall.received().size()).isGreaterThan(pages));

    var tomas = server.staff("tomas").onDuty();
    assertThat(tomas.accepts()).isEqualTo(conversation);
    tomas.writes(conversation, "Hola, sigo yo");
    Soon.holds(() -> assertThat(phone.received()).contains("Hola, sigo yo"));
    tomas.closes(conversation);
  }

  /// Lets time pass in small steps, in which those named give signs of life.
  private void wait(Duration time, Staff... there) {
    var step = Duration.ofSeconds(5);
    for (var passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(step)) {
      clock.move(step);
      for (var one : there) {
        if (one.isOnDuty()) {
          one.onDuty();
        }
      }
    }
  }
}
