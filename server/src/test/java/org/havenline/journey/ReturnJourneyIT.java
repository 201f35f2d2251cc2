package org.havenline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.havenline.console.events.Console;
import org.havenline.testing.HandClock;
import org.havenline.testing.PlayedChat;
import org.havenline.testing.RunningServer;
import org.havenline.testing.Soon;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// She leaves, and comes back with her words: with hers, with others, with used and old ones, and
/// under duress.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReturnJourneyIT {
  private static final String HOLA = "Hola, me gustaría hablar con alguien esta tarde";
  private static final String MORE = "\npor favor";

  private final HandClock clock = HandClock.atNoon();
  private RunningServer server;

  @BeforeAll
  void start() {
    server = RunningServer.start(clock);
    // the first message waits until languages and risks are loaded
    var first = chat().starts("es");
    first.says(HOLA);
    first.shows(1);
    var lucia = server.staff("lucia").onDuty();
    lucia.closes(lucia.accepts());
    server.evening();
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

  /// All that her page is told at first.
  private static JsonObject told(PlayedChat chat) {
    var heard = chat.hears();
    assertThat(heard.status()).isEqualTo(200);
    return heard.body();
  }

  @Test
  void sheFindsWhatWasSaidAndTheSameConversationGoesOn() {
    var lucia = server.staff("lucia").onDuty();
    var chat = chat().starts("es");
    chat.says(HOLA);
    var conversation = lucia.accepts();
    lucia.writes(conversation, "Hola, aquí estoy");
    chat.shows(2);
    var words = chat.asksForWords();
    assertThat(words).hasSize(9);
    chat.stops();
    Soon.holds(() -> assertThat(lucia.contact(conversation).containsKey("left")).isTrue());

    // on a phone in another language
    var back = chat().comesBack("en", String.join("\n", words));
    assertThat(back.shows(2)).containsExactly("me: " + HOLA, "them: Hola, aquí estoy");
    Soon.holds(() -> assertThat(lucia.contact(conversation).containsKey("left")).isFalse());
    back.says("ya estoy");
    Soon.holds(() -> assertThat(lucia.words(conversation)).endsWith("ya estoy"));
    int n = lucia.writes(conversation, "qué bueno");
    assertThat(back.shows(4)).last().isEqualTo("them: qué bueno");
    Soon.holds(
        () -> assertThat(lucia.message(conversation, n).getString("state")).isEqualTo("delivered"));
    assertThat(chat.hears().status()).as("the old page").isEqualTo(404);

    // her language was kept, and new words are given in it when she asks again
    var again = back.asksForWords();
    assertThat(again).isNotEqualTo(words);
    back.stops();
    var third = chat().comesBack("es", String.join(" ", again));
    third.shows(4);
    third.stops();
    lucia.closes(conversation);
  }

  @Test
  void afterTheConversationHasEndedSheWritesOnAsTheSamePerson() {
    var lucia = server.staff("lucia").onDuty();
    var chat = chat().starts("es", "young");
    chat.says(HOLA);
    var conversation = lucia.accepts();
    lucia.writes(conversation, "hasta luego");
    chat.shows(2);
    var words = String.join("\n", chat.asksForWords());
    lucia.closes(conversation);
    chat.stands("over");
    chat.stops();

    var back = chat().comesBack("es", words);
    assertThat(back.shows(2)).last().isEqualTo("them: hasta luego");
    back.says(HOLA);
    var next = lucia.contact(lucia.accepts());
    assertThat(next.getBoolean("seenBefore")).isTrue();
    assertThat(next.getJsonObject("risk").encode()).as("still a minor").contains("child");
    assertThat(back.shows(3)).last().isEqualTo("me: " + HOLA);
    assertThat(back.entries()).extracting(one -> one.getInteger("n")).containsExactly(1, 2, 3);
    lucia.closes(next.getString("id"));
  }

  @Test
  void usedReplacedAndWrongWordsAllBeginAChatThatLooksTheSame() {
    var lucia = server.staff("lucia").onDuty();
    var chat = chat().starts("es");
    chat.says(HOLA);
    var conversation = lucia.accepts();
    chat.stands("present");
    var replaced = String.join("\n", chat.asksForWords());
    var words = String.join("\n", chat.asksForWords());

    var nothing = told(chat().starts("es"));
    assertThat(nothing.getJsonArray("entries")).isEmpty();
    assertThat(nothing.getString("state")).isEqualTo("new");
    assertThat(told(chat().comesBack("es", words.replaceAll("\\d", "7")))).isEqualTo(nothing);
    assertThat(told(chat().comesBack("es", replaced))).as("replaced").isEqualTo(nothing);
    assertThat(told(chat().comesBack("es", "no"))).as("no words at all").isEqualTo(nothing);

    var back = chat().comesBack("es", words);
    assertThat(back.shows(1)).containsExactly("me: " + HOLA);
    assertThat(told(chat().comesBack("es", words))).as("used").isEqualTo(nothing);
    lucia.closes(conversation);
  }

  @Test
  void theAnswerToRightAndToUsedWordsIsTheSameButForTheToken() {
    var chat = chat().starts("es");
    var words = String.join("\n", chat.asksForWords());
    var right = chat.post("start", asked(words, "first"));
    var used = chat.post("start", asked(words, "second"));
    assertThat(right.status()).isEqualTo(used.status()).isEqualTo(201);
    assertThat(right.body().fieldNames()).isEqualTo(used.body().fieldNames());
    assertThat(right.body().encode()).hasSameSizeAs(used.body().encode());
  }

  private static JsonObject asked(String words, String key) {
    return new JsonObject().put("language", "es").put("words", words).put("key", key);
  }

  @Test
  void duressShowsNothingAndIsTold() {
    var lucia = server.staff("lucia").onDuty();
    var chat = chat().starts("es");
    chat.says(HOLA);
    var conversation = lucia.accepts();
    chat.stands("present");
    var words = String.join("\n", chat.asksForWords());
    chat.stops();
    try (var console = new Console(server.url(), lucia.token(), "")) {
      console.next("snapshot");
      var nothing = told(chat().comesBack("es", words.replaceAll("\\d", "7") + MORE));
      var forced = chat().comesBack("es", words + MORE);
      assertThat(told(forced)).as("as with wrong words").isEqualTo(nothing);
      var frame = console.next("contact.forced").getJsonObject("contact");
      assertThat(frame.getString("id")).isEqualTo(conversation);
      assertThat(told(chat().comesBack("es", words))).as("dead after it").isEqualTo(nothing);

      var tomas = server.staff("tomas").onDuty();
      forced.says(HOLA);
      var other = tomas.contact(tomas.accepts());
      assertThat(other.getString("person")).isEqualTo(frame.getString("forced"));
      assertThat(other.getBoolean("seenBefore")).isFalse();
      assertThat(other.getJsonObject("risk").getString("level")).isEqualTo("IMMEDIATE");
      assertThat(other.getJsonObject("risk").encode()).contains("duress");
      assertThat(forced.shows(1)).containsExactly("me: " + HOLA);
      assertThat(forced.entries().toString()).doesNotContain("duress", "forced");
      tomas.closes(other.getString("id"));
    }
    lucia.closes(conversation);
  }
}
