package org.havenline.channel.webchat.back;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.havenline.channel.webchat.session.Chat;
import org.havenline.channel.webchat.session.Chats;
import org.havenline.contact.PersonId;
import org.havenline.testing.Line;
import org.havenline.testing.LineTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComingBackIT extends LineTest {
  private static final PersonId HERSELF = new PersonId("herself");
  private static final PersonId STRANGER = new PersonId("stranger");

  private final SplittableRandom random = new SplittableRandom(20261129);
  private Chats chats;
  private ComingBack back;
  private String first;

  @BeforeEach
  void begin() {
    chats = new Chats(line.redis, Line.KEYS, clock);
    back = new ComingBack(line.redis, Line.KEYS, clock);
    first = Chat.newToken(random);
    chats.start(first, HERSELF, "es", true, false);
  }

  private ReturnWords words() {
    return back.give(chats.heard(first).orElseThrow(), random).orElseThrow();
  }

  /// @return the chat that begins
  private Chat enters(ReturnWords words, boolean forced, String key, boolean chosen) {
    var token = Chat.newToken(random);
    back.come(
        new ComingBack.Entry(
            new Written(Optional.of(words), forced), key, token, STRANGER, "fr", chosen, true));
    return chats.heard(token).orElseThrow();
  }

  private Chat enters(ReturnWords words) {
    return enters(words, false, "key", false);
  }

  @Test
  void herWordsOpenHerChatWithHerLanguageUnlessSheChoosesAnother() {
    var chat = enters(words());
    assertThat(chat.person()).isEqualTo(HERSELF);
    assertThat(chat.language()).isEqualTo("es");
    assertThat(chat.young()).as("said now").isTrue();
    assertThat(chats.heard(first)).as("the page before").isEmpty();
    assertThat(chats.goesOn(chat.id())).isTrue();
  }

  @Test
  void sheMayChooseAnotherLanguage() {
    assertThat(enters(words(), false, "key", true).language()).isEqualTo("fr");
  }

  @Test
  void theyAreDeadAfterThirtyDaysOneUseAndNewOnes() {
    var words = words();
    clock.move(ComingBack.KEPT);
    assertThat(enters(words).person()).as("old").isEqualTo(STRANGER);
  }

  @Test
  void theyAreGoodUntilTheLastMoment() {
    var words = words();
    clock.move(ComingBack.KEPT.minusMillis(1));
    assertThat(enters(words).person()).isEqualTo(HERSELF);
    assertThat(enters(words, false, "another", false).person()).as("used").isEqualTo(STRANGER);
  }

  @Test
  void thoseBeforeAreDeadOnceThereAreNew() {
    var before = words();
    var words = words();
    assertThat(enters(before).person()).isEqualTo(STRANGER);
    assertThat(enters(words).person()).isEqualTo(HERSELF);
  }

  @Test
  void aTryWhoseAnswerWasLostComesToTheSameForTwoMinutes() {
    var words = words();
    var lost = enters(words);
    var again = enters(words);
    assertThat(again.id()).isEqualTo(lost.id());
    assertThat(again.person()).isEqualTo(HERSELF);
    clock.move(Duration.ofMinutes(2));
    assertThat(enters(words).person()).isEqualTo(STRANGER);
  }

  @Test
  void underDuressTheyOpenNothingAndAreDead() {
    var words = words();
    var forced = enters(words, true, "key", false);
    assertThat(forced.person()).isEqualTo(STRANGER);
    assertThat(forced.forced()).isTrue();
    assertThat(enters(words, false, "another", false).person()).isEqualTo(STRANGER);
    assertThat(enters(words(), false, "k", false).forced()).as("not under duress").isFalse();
  }

  @Test
  void nothingOfTheWordsIsStored() {
    var words = words();
    enters(words, true, "key", false);
    var stored = new StringBuilder(line.events.after(0, 100).toString());
    for (var key : line.redis.call("KEYS", "*").texts()) {
      stored.append(key).append(' ');
      switch (line.redis.call("TYPE", key).text()) {
        case "hash" -> stored.append(line.redis.call("HGETALL", key).texts());
        case "string" -> stored.append(line.redis.call("GET", key).text());
        default -> {}
      }
      stored.append('\n');
    }
    var things = WordsToReturnTest.THINGS.in("es");
    assertThat(stored).contains(words.hash());
    for (var item : words.items()) {
      assertThat(stored)
          .doesNotContain(things.get(item.thing()))
          .doesNotContain(item.thing() + " " + item.number());
    }
    assertThat(words.toString()).isEqualTo("ReturnWords");
  }
}
