package org.havenline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.havenline.console.events.Console;
import org.havenline.testing.HandClock;
import org.havenline.testing.PlayedChat;
import org.havenline.testing.RunningServer;
import org.havenline.testing.Soon;
import org.havenline.testing.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// From the first word on the page to an answer on it, with the shipped tables.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChatJourneyIT {
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

  private PlayedChat chat() {
    return new PlayedChat(server.url());
  }

  @Test
  void personIsAnsweredOnThePageAndWritesOnAfterTheOtherHasEnded() {
    var lucia = server.staff("lucia").onDuty();
    var chat = chat().starts("es");
    assertThat(chat.hears().body().getString("state")).isEqualTo("new");
    var key = chat.says(HOLA);
    assertThat(chat.shows(1)).containsExactly("me: " + HOLA);
    assertThat(chat.entries().getFirst().getString("key")).isEqualTo(key);

    var asked = lucia.isAsked();
    assertThat(asked.getString("channel")).isEqualTo("WEBCHAT");
    assertThat(asked.getJsonObject("language").getString("tag")).isEqualTo("es");
    var conversation = lucia.accepts();
    chat.stands("present");
    int n = lucia.writes(conversation, "Hola, aquí estoy");
    assertThat(chat.shows(2)).containsExactly("me: " + HOLA, "them: Hola, aquí estoy");
    Soon.holds(
        () -> assertThat(lucia.message(conversation, n).getString("state")).isEqualTo("delivered"));

    lucia.closes(conversation);
    chat.stands("over");
    chat.says("¿sigues ahí?");
    assertThat(chat.shows(3)).last().isEqualTo("me: ¿sigues ahí?");
    assertThat(chat.entries()).extracting(one -> one.getInteger("n")).containsExactly(1, 2, 3);
    lucia.closes(lucia.accepts());
  }

  @Test
  void pageIsToldThatWhoHasTheConversationTypesAndNoOther() {
    var lucia = server.staff("lucia").onDuty();
    var nadia = server.staff("nadia").onDuty();
    var chat = chat().starts("es");
    chat.says(HOLA);
    var conversation = lucia.accepts();
    assertThat(chat.stands("present").getBoolean("typing")).isFalse();
    try (var hers = new Console(server.url(), lucia.token(), "");
        var another = new Console(server.url(), nadia.token(), "")) {
      hers.next("snapshot");
      another.say("{\"type\":\"typing\",\"contact\":\"" + conversation + "\"}");
      another.say("{\"type\":\"ping\"}");
      another.next("pong");
      hers.say("{\"type\":\"typing\",\"contact\":\"" + conversation + "\"}");
      var told = chat.hears().body();
      assertThat(told.getBoolean("typing")).isTrue();
      assertThat(told.getString("state")).isEqualTo("present");
      clock.move(Duration.ofSeconds(7));
      assertThat(chat.hears().body().getBoolean("typing")).isFalse();
      hers.say("{\"type\":\"ping\"}");
      assertThat(hers.next().getString("type")).as("nothing for desks").isEqualTo("pong");
    }
    lucia.closes(conversation);
  }

  @Test
  void sameMessageSentAgainIsOne() {
    var lucia = server.staff("lucia").onDuty();
    var chat = chat().starts("es");
    var key = chat.says(HOLA);
    assertThat(chat.says(key, HOLA).status()).isEqualTo(200);
    chat.says("otra cosa");
    var conversation = lucia.accepts();
    Soon.holds(() -> assertThat(lucia.words(conversation)).containsExactly(HOLA, "otra cosa"));
    assertThat(chat.shows(2)).containsExactly("me: " + HOLA, "me: otra cosa");
    lucia.closes(conversation);
  }

  @Test
  void whoWaitsIsToldHowManyAreBeforeHer() {
    var first = chat().starts("es");
    first.says(HOLA);
    assertThat(first.stands("waiting").getInteger("before")).isZero();
    clock.move(Duration.ofSeconds(1));
    var second = chat().starts("es");
    second.says(HOLA);
    assertThat(second.stands("waiting").getInteger("before")).isEqualTo(1);

    var lucia = server.staff("lucia").onDuty();
    lucia.closes(lucia.accepts());
    first.stands("over");
    lucia.closes(lucia.accepts());
    second.stands("over");
  }

  @Test
  void whoLeftIsBackWithinTheGraceTimeAndElseItIsOver() {
    var lucia = server.staff("lucia").onDuty();
    var chat = chat().starts("es");
    chat.says(HOLA);
    var conversation = lucia.accepts();
    chat.stands("present");

    chat.leaves();
    pass(50, lucia);
    chat.says("perdón");
    pass(20, lucia);
    assertThat(chat.says("page-key-late", "ya").status()).isEqualTo(200);
    assertThat(lucia.contact(conversation).containsKey("left")).isFalse();

    chat.leaves();
    pass(61, lucia);
    Soon.holds(() -> assertThat(lucia.contact(conversation).containsKey("left")).isTrue());
    assertThat(chat.hears().status()).isEqualTo(404);
    assertThat(chat.says("page-key-dead", "ya").status()).isEqualTo(404);
    int n = lucia.writes(conversation, "¿estás?");
    Soon.holds(
        () -> assertThat(lucia.message(conversation, n).getString("state")).isEqualTo("failed"));
    lucia.closes(conversation);
  }

  /// Time in which she stays at her desk.
  private void pass(int seconds, Staff staff) {
    for (int left = seconds; left > 0; left -= 20) {
      clock.move(Duration.ofSeconds(Math.min(20, left)));
      staff.onDuty();
    }
  }

  @Test
  void whoStopsIsGoneAtOnceAndIsSeenAsGoneEvenIfHerPageNeverAskedForNews() {
    var chat = chat().starts("es");
    chat.says(HOLA);
    chat.stops();
    assertThat(chat.hears().status()).isEqualTo(404);
    var lucia = server.staff("lucia").onDuty();
    var conversation = lucia.accepts();
    assertThat(lucia.contact(conversation).containsKey("left")).isTrue();
    lucia.closes(conversation);
  }

  @Test
  void choiceOfALanguageAndAMinorsPageAreEvidenceInEachContactOfAChat() {
    var chat = chat().starts("uk", "chosen", "young");
    var oksana = server.staff("oksana").onDuty();
    isChosenAndYoung(chat, oksana);
    chat.stands("over");
    isChosenAndYoung(chat, oksana);
  }

  private static void isChosenAndYoung(PlayedChat chat, Staff oksana) {
    chat.says("ok");
    var contact = oksana.contact(oksana.accepts());
    assertThat(contact.getJsonObject("language").getString("tag")).isEqualTo("uk");
    assertThat(contact.getJsonObject("language").getString("certainty")).isEqualTo("own");
    assertThat(contact.getJsonObject("risk").getString("level")).isEqualTo("HIGH");
    assertThat(contact.getJsonObject("risk").encode()).contains("child");
    oksana.closes(contact.getString("id"));
  }

  @Test
  void whatIsNoRequestOfAChatIsRefusedAndAWrongTokenTellsNothing() {
    var chat = chat();
    assertThat(chat.post("say", new JsonObject()).status()).isEqualTo(400);
    assertThat(chat.post("hear", new JsonObject().put("token", "x")).status()).isEqualTo(404);
    var wrong = new JsonObject().put("token", "A".repeat(32)).put("key", "page-key-1");
    assertThat(chat.post("say", wrong.copy().put("text", "a")).status()).isEqualTo(404);
    assertThat(chat.post("say", wrong.copy().put("text", " ")).status()).isEqualTo(400);
    assertThat(chat.post("say", wrong.copy().put("text", "a".repeat(4_001))).status())
        .isEqualTo(413);
    assertThat(chat.post("leave", wrong).status()).isEqualTo(204);
    assertThat(chat.post("stop", wrong).status()).isEqualTo(204);
    assertThat(chat.post("start", new JsonObject()).status()).isEqualTo(400);
  }
}
