package org.havenline.channel.webchat.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.havenline.channel.webchat.Crowd;
import org.havenline.http.FormBody;

/// One chat, played: the server the page speaks with, whose connections can be cut at any point,
/// and the harmless page she leaves to. What the real server does is tested with the real one.
final class PlayedServer implements AutoCloseable {
  /// What becomes of a request.
  enum Fate {
    ANSWERED,
    /// never reaches the server
    LOST,
    /// reaches it, and its answer is lost
    UNANSWERED,
    /// answered by something on the way
    STRANGER,
    BUSY
  }

  record Entry(int n, String by, String key, String text) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration HELD = Duration.ofSeconds(25);

  private final HttpServer server = open();
  private final HttpServer exit = open();
  private final Lock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  final Page page = PageWords.page(exitUrl());

  final List<Entry> entries = new ArrayList<>();
  private String state = "new";
  private int before;
  private boolean typing;
  private int mark;
  private int token;

  /// Of every request, as `POST /chat/say`.
  final List<String> asked = new CopyOnWriteArrayList<>();

  /// What she wrote to come back, for each chat.
  final List<String> entered = new CopyOnWriteArrayList<>();

  final Set<String> keys = ConcurrentHashMap.newKeySet();

  /// What a test's own script inside the page has measured.
  final List<String> measured = new CopyOnWriteArrayList<>();

  /// What the page of the exit was asked with, as `Referer`; empty without one.
  final List<Optional<String>> referers = new CopyOnWriteArrayList<>();

  volatile Function<String, Fate> fate = _ -> Fate.ANSWERED;

  /// Takes connections and answers nothing, as a stopped process does.
  volatile boolean frozen;

  /// Who begins has to solve this first; empty for nothing.
  volatile String puzzle = "";

  /// A fault put into the page, to see that it is found.
  volatile UnaryOperator<String> planted = UnaryOperator.identity();

  PlayedServer() {
    server.createContext("/", this::answer);
    exit.createContext(
        "/",
        exchange -> {
          if (exchange.getRequestURI().getPath().equals(exitUrl().getPath())) {
            referers.add(Optional.ofNullable(exchange.getRequestHeaders().getFirst("referer")));
          }
          send(exchange, 200, "text/html; charset=utf-8", "<title>Weather</title><p>Sunny</p>");
        });
  }

  private static HttpServer open() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return server;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  URI exitUrl() {
    return URI.create("http://127.0.0.1:" + exit.getAddress().getPort() + "/weather");
  }

  /// Somebody writes to her.
  void write(String text) {
    locked(() -> entries.add(new Entry(entries.size() + 1, "them", "", text)));
  }

  void say(String newState, int newBefore, boolean newTyping) {
    locked(() -> {
      state = newState;
      before = newBefore;
      typing = newTyping;
    });
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var call = exchange.getRequestMethod() + " " + path;
    var body = exchange.getRequestBody().readAllBytes();
    asked.add(call);
    if (path.equals("/measured")) {
      measured.add(new String(body, UTF_8));
    }
    waitWhileFrozen();
    switch (fate.apply(call)) {
      case LOST -> exchange.close();
      case STRANGER -> send(exchange, 200, "text/html", "<p>Welcome to our network");
      case BUSY -> {
        exchange.getResponseHeaders().set("retry-after", "1");
        send(exchange, 503, "application/json", "{}");
      }
      case UNANSWERED -> {
        if (!path.equals("/chat/hear")) {
          chat(path, body);
        }
        exchange.close();
      }
      case ANSWERED -> {
        switch (path) {
          case "/" -> page(exchange);
          case "/leave" -> {
            exchange.getResponseHeaders().set("location", exitUrl().toString());
            send(exchange, 303, "text/plain", "");
          }
          default -> {
            var answer = chat(path, body);
            send(exchange, answer.status, "application/json", answer.body);
          }
        }
      }
    }
  }

  private void page(HttpExchange exchange) throws IOException {
    var query = FormBody.ofQuery(exchange.getRequestURI().toString());
    var found = page.of(query.first("l").orElse("en"), query.first("y").isPresent(), false);
    found.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("cache-control", "no-store");
    exchange.getResponseHeaders().set("referrer-policy", "no-referrer");
    send(
        exchange,
        200,
        found.headers().getOrDefault("content-type", ""),
        planted.apply(new String(found.body(), UTF_8)));
  }

  private record Answer(int status, String body) {}

  private Answer chat(String path, byte[] body) throws IOException {
    var words = JSON.readTree(body);
    if (path.equals("/chat/start")) {
      if (!puzzle.isEmpty() && !Crowd.solves(puzzle, words.path("work").asText())) {
        return new Answer(429, "{\"work\":\"%s\",\"bits\":%d}".formatted(puzzle, Crowd.BITS));
      }
      entered.add(words.path("words").asText());
      keys.add(words.path("key").asText());
      locked(() -> token++);
      return new Answer(201, "{\"token\":\"t" + token + "\"}");
    }
    lock.lock();
    try {
      return switch (path) {
        case "/chat/say" -> said(words);
        case "/chat/words" -> new Answer(200, "{\"words\":[\"bread 123\",\"milk 456\"]}");
        case "/chat/hear" -> hear(words);
        default -> new Answer(204, "");
      };
    } finally {
      lock.unlock();
    }
  }

  private Answer said(JsonNode words) {
    var key = words.get("key").asText();
    if (state.equals("over")) {
      return new Answer(404, "{\"over\":true}");
    }
    if (entries.stream().noneMatch(one -> one.key.equals(key))) {
      entries.add(new Entry(entries.size() + 1, "me", key, words.get("text").asText()));
      changed();
    }
    return new Answer(200, "{}");
  }

  private Answer hear(JsonNode words) {
    int after = words.get("after").asInt();
    long left = HELD.toNanos();
    try {
      while (left > 0 && entries.size() <= after && words.get("mark").asText().equals("m" + mark)) {
        left = news.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      return new Answer(503, "{}");
    }
    var answer = JSON.createObjectNode();
    var told = answer.putArray("entries");
    entries.stream().skip(after).forEach(one -> told.add(tell(one)));
    answer.put("after", Math.max(after, entries.size()));
    answer.put("mark", "m" + mark).put("state", state).put("typing", typing);
    if (state.equals("waiting")) {
      answer.put("before", before);
    }
    return new Answer(200, answer.toString());
  }

  private static ObjectNode tell(Entry entry) {
    var one = JSON.createObjectNode().put("n", entry.n).put("by", entry.by).put("text", entry.text);
    return entry.key.isEmpty() ? one : one.put("key", entry.key);
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    var bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("content-type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private void changed() {
    mark++;
    news.signalAll();
  }

  private void locked(Runnable work) {
    lock.lock();
    try {
      work.run();
      changed();
    } finally {
      lock.unlock();
    }
  }

  private void waitWhileFrozen() {
    lock.lock();
    try {
      while (frozen) {
        var _ = news.await(50, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      frozen = false;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    frozen = false;
    server.stop(0);
    exit.stop(0);
  }
}
