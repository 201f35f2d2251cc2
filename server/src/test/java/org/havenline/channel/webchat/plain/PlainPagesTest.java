package org.havenline.channel.webchat.plain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.havenline.channel.webchat.page.Partners;
import org.havenline.http.Problems;
import org.havenline.http.Request;
import org.havenline.http.Response;
import org.havenline.redis.RedisUnavailable;
import org.havenline.translations.Reading;
import org.havenline.translations.Texts;
import org.havenline.translations.locale.LocaleChoice;
import org.junit.jupiter.api.Test;

class PlainPagesTest {
  private static final Texts TEXTS = ((Reading.Sound) Texts.shipped()).texts();
  private static final LocaleChoice CHOICE = new LocaleChoice(TEXTS.languages());

  private final AtomicInteger tries = new AtomicInteger();

  /// Of the tries to begin, the one that finds a place.
  private int lucky = Integer.MAX_VALUE;

  /// Chats that are full, and whose store is away.
  private final PlainChat chats =
      new PlainChat() {
        @Override
        public Optional<String> start(
            Request from, String language, boolean chosen, boolean young) {
          return tries.incrementAndGet() < lucky ? Optional.empty() : Optional.of("token");
        }

        @Override
        public Optional<String> comeBack(
            Request from, String words, String key, String language, boolean young) {
          return start(from, language, false, young);
        }

        @Override
        public Optional<List<String>> words(String token) {
          throw away();
        }

        @Override
        public Optional<String> language(String token) {
          throw away();
        }

        @Override
        public Response say(Request from, String token, String key, String text) {
          return Problems.unavailable();
        }

        @Override
        public Optional<News> hear(String token, int after, String mark) {
          throw away();
        }

        @Override
        public void leave(String token) {
          throw away();
        }
      };

  private final PlainPages pages =
      new PlainPages(
          chats,
          new Sheets(TEXTS::text, CHOICE.all(), URI.create("https://a.example"), Partners.NONE),
          CHOICE,
          new SplittableRandom(1),
          Duration.ZERO);

  private static RedisUnavailable away() {
    return new RedisUnavailable("asking", new IOException());
  }

  private static Request posted(String path, String form) {
    return new Request(
        "POST",
        path,
        path,
        Map.of("accept-language", List.of("es")),
        Map.of(),
        Map.of(),
        form.getBytes(UTF_8));
  }

  @Test
  void herWordsComeBackToHerInHerLanguageWhenTheyCannotBeTaken() {
    var answer = pages.say(posted("/chat/plain/say", "t=token&key=p-1&text=no+puedo+salir"));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(new String(answer.body(), UTF_8))
        .contains("<html lang=\"es\"", ">no puedo salir</textarea>", "value=\"token\"")
        .contains(TEXTS.text("chatFault", "es", Map.of()));
  }

  @Test
  void whoFindsNoPlaceIsWaitedForBeforeSheIsToldSo() {
    lucky = 5;
    assertThat(pages.start(posted("/chat/plain/start", "l=es")).headers())
        .containsEntry("location", "/chat/plain?t=token");

    tries.set(0);
    assertThat(pages.start(posted("/chat/plain/start", "l=es&key=p-1&words=cama+sol")).headers())
        .containsEntry("location", "/chat/plain?b=1&t=token");

    lucky = Integer.MAX_VALUE;
    var answer = pages.start(posted("/chat/plain/start", "l=es"));
    assertThat(answer.status()).isEqualTo(503);
    assertThat(new String(answer.body(), UTF_8)).contains(TEXTS.text("chatBusy", "es", Map.of()));
  }
}
