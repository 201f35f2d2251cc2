package org.havenline.loadtests.chats;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.havenline.loadtests.machine.Patience;
import org.havenline.loadtests.text.Door;
import org.havenline.loadtests.text.History;
import org.havenline.loadtests.text.Text;
import org.jspecify.annotations.Nullable;

/// The page of one chat as a program: as the real one it says one thing after another, each again
/// until it is acknowledged, and waits for news all the time. It keeps account of both.
final class Page implements AutoCloseable {
  /// The server answers a question for news after 25 s at the latest.
  private static final int PATIENCE_MILLIS = 40_000;

  /// After the first failure; it doubles, up to half a minute.
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final int port;
  private final Door hearing;
  private final String token;
  private final Consumer<String> answered;

  /// What was said and acknowledged, and what it was told of both sides, in order.
  private final List<String> said = new CopyOnWriteArrayList<>();

  private final List<String> mine = new CopyOnWriteArrayList<>();
  private final List<String> theirs = new CopyOnWriteArrayList<>();
  private final List<String> wrong = new CopyOnWriteArrayList<>();

  private final AtomicInteger refused = new AtomicInteger();

  private @Nullable Door saying;
  private int failed;
  private int after;
  private int last;
  private String mark = "";
  private volatile boolean waits;
  private volatile boolean closed;

  private Page(int port, Door hearing, String token, Consumer<String> answered) {
    this.port = port;
    this.hearing = hearing;
    this.token = token;
    this.answered = answered;
  }

  /// Begins a chat, as soon as the server lets one more begin, and waits for news.
  ///
  /// @param answered hears each text of the other side
  static Page open(int port, Consumer<String> answered) {
    try {
      var hearing = Door.open(port, PATIENCE_MILLIS);
      var request = ChatCall.request("start", Map.of("language", "en"));
      var answer = hearing.ask(request);
      for (int failed = 0; answer.status() == 503 || answer.status() == 429; failed++) {
        pause(failed);
        answer = hearing.ask(request);
      }
      var token = ChatCall.read(answer).path("token").asText();
      var page = new Page(port, hearing, token, answered);
      Thread.ofVirtual().start(page::hear);
      return page;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void hear() {
    try {
      while (!closed) {
        waits = true;
        var answer =
            hearing.ask(
                ChatCall.request("hear", Map.of("token", token, "after", after, "mark", mark)));
        waits = false;
        take(answer);
      }
    } catch (IOException e) {
      if (!closed) {
        wrong.add("news broke off: " + e.getMessage());
      }
    }
  }

  private void take(Door.Answer answer) throws IOException {
    if (answer.status() == 503) {
      refused.incrementAndGet();
      pause(failed++);
      return;
    }
    failed = 0;
    if (answer.status() != 200) {
      wrong.add("news were answered with " + answer.status());
      closed = true;
      return;
    }
    var news = ChatCall.read(answer);
    news.path("entries").forEach(this::take);
    after = news.path("after").asInt();
    mark = news.path("mark").asText();
  }

  private void take(JsonNode entry) {
    int n = entry.path("n").asInt();
    if (n <= last) {
      wrong.add("entry %d came after %d".formatted(n, last));
    }
    last = n;
    if (entry.path("by").asText().equals("me")) {
      mine.add(entry.path("key").asText());
    } else {
      theirs.add(entry.path("text").asText());
      answered.accept(entry.path("text").asText());
    }
  }

  /// As the real page: never quite the same time, so that not all come back together.
  private static void pause(int failed) {
    double seconds = Math.min(30, PAUSE.toSeconds() << Math.min(5, failed));
    Patience.pause(
        Duration.ofMillis((long) (seconds * 500 * (1 + ThreadLocalRandom.current().nextDouble()))));
  }

  /// Says something; returns when it is acknowledged.
  void say(String key, String text, History history) {
    var request = ChatCall.request("say", Map.of("token", token, "key", key, "text", text));
    var noted = new Text(sid(key), "", text);
    int status = 0;
    for (int tries = 0; status != 200 && !closed; tries++) {
      history.sending(noted);
      status = post(request);
      history.answered(noted, status);
      if (status != 200 && status != 0) {
        pause(tries);
      }
    }
    said.add(key);
  }

  /// @return 0 when there was no answer
  private int post(byte[] request) {
    try {
      saying = saying == null ? Door.open(port) : saying;
      return saying.post(request);
    } catch (IOException e) {
      saying = null; // the server closes what is silent for 30 s
      return 0;
    }
  }

  /// What the server calls a message of this chat: `chat-`, half of the token's SHA-256, the key.
  private String sid(String key) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(US_ASCII));
      return "chat-" + HexFormat.of().formatHex(Arrays.copyOf(digest, 16)) + "-" + key;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Its question for news is with the server.
  boolean waits() {
    return waits;
  }

  /// How often the server was too busy to take its question for news.
  int refused() {
    return refused.get();
  }

  boolean toldOf(List<String> written) {
    return mine.size() >= said.size() && theirs.size() >= written.size();
  }

  /// A sentence for each thing that is not as it was said or written.
  ///
  /// @param written what was written to her, in order
  List<String> wrong(List<String> written) {
    var all = new ArrayList<>(wrong);
    if (!mine.equals(said)) {
      all.add("said %s, was told %s".formatted(said, mine));
    }
    if (!theirs.equals(written)) {
      all.add("was written %s, was told %s".formatted(written, theirs));
    }
    return all;
  }

  void stop() {
    post(ChatCall.request("stop", Map.of("token", token)));
    close();
  }

  @Override
  public void close() {
    closed = true;
    try {
      hearing.close();
      if (saying != null) {
        saying.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
