package org.havenline.simulator.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.havenline.simulator.web.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AccountTest {
  private static final String PHONE = "+12025550143";
  private static final String LINE = "+12025550100";
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.700Z");

  private final Events events = new Events();
  private final Account account = new Account(events, () -> NOON);

  @ParameterizedTest
  @CsvSource({
    "'', SM3 SM2 SM1",
    "DateSent=2026-03-02, SM2",
    "DateSent%3E=2026-03-02, SM3 SM2",
    "DateSent%3E=2026-03-02T12:00:00Z, SM3 SM2",
    "DateSent%3E=2026-03-02T12:00:01Z, SM3",
    "DateSent%3E=2026-03-02T12:00:01, SM3",
    "DateSent%3C=2026-03-02, SM1",
    "DateSent%3C=2026-03-02T12:00:00Z, SM2 SM1",
    "DateSent%3E=2026-03-02&DateSent%3C=2026-03-03, SM2",
    "To=%2B12025550100, SM3 SM2 SM1",
    "To=%2B12025550100&From=%2B12025550199, ''",
  })
  void listsNewestFirstByTwiliosFilters(String query, String sids) {
    account.add(written("SM1", "hello", NOON.minus(Duration.ofDays(1))));
    account.add(written("SM2", "hello", NOON));
    account.add(written("SM3", "hello", NOON.plus(Duration.ofDays(1))));

    var found = account.list(MessageFilter.of(Form.parse(query)), Optional.empty(), 10);

    assertThat(found.stream().map(Message::sid)).containsExactlyElementsOf(words(sids));
  }

  @ParameterizedTest
  @ValueSource(strings = {"STOP", "stop", " Stop\n", "StopAll", "unsubscribe", "Cancel", "END"})
  void loneStopWordOptsOutUntilStart(String word) {
    account.add(written("SM1", word, NOON));
    assertThat(account.optedOut(PHONE, LINE)).isTrue();

    account.add(written("SM2", "Start", NOON));
    assertThat(account.optedOut(PHONE, LINE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"please stop him", "STOP!", "STOP IT", "HELP", "alto", ""})
  void otherWordsOptNobodyOut(String text) {
    account.add(written("SM1", text, NOON));

    assertThat(account.optedOut(PHONE, LINE)).isFalse();
  }

  @Test
  void knownSidIsKeptOnce() throws InterruptedException {
    account.add(written("SM1", "hello", NOON));
    account.add(written("SM1", "hello", NOON));

    assertThat(account.ofPhone(PHONE)).hasSize(1);
    assertThat(events.after(0, Duration.ZERO)).hasSize(1);
  }

  @Test
  void onlyTheLastEventsAreRemembered() throws InterruptedException {
    int all = Events.REMEMBERED + 7;
    for (int i = 0; i < all; i++) {
      events.add(Event.Kind.MESSAGE, written("SM" + i, "hello", NOON));
    }

    var remembered = events.after(0, Duration.ZERO);
    assertThat(remembered).hasSize(Events.REMEMBERED);
    assertThat(remembered.getFirst().number()).isEqualTo(8);
    assertThat(events.after(all - 2, Duration.ZERO)).hasSize(2);
    assertThat(events.after(all, Duration.ZERO)).isEmpty();
    assertThat(events.after(all + 1, Duration.ofDays(1))).isEmpty();
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  private static Message written(String sid, String body, Instant at) {
    return new Message(
        sid, true, PHONE, LINE, body, List.of(), MessageStatus.RECEIVED, null, null, at, at);
  }
}
