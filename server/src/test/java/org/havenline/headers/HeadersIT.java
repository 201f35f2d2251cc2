package org.havenline.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.havenline.headers.HeaderRules.Kind;
import org.havenline.headers.Knocks.Knock;
import org.havenline.http.porch.HttpPorch.Opening;
import org.havenline.http.porch.RawHttp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Every route of the running server, asked for every status that it can have, answers under the
/// rules of its kind. The routes are the server's own list: one that is added is asked as well.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeadersIT {
  /// A route of its own for each kind would not have all of them; together they have.
  private static final List<Integer> STATUSES =
      List.of(200, 201, 204, 303, 304, 400, 401, 403, 404, 405, 413, 414, 426, 429, 431, 500, 503);

  /// Requests at once: as many as the machine has hands for, or more, when each waits.
  private static final int FEW = 4;

  private static final int MANY = 120;

  private final Map<String, Set<String>> faults = new TreeMap<>();
  private final Map<Integer, Set<String>> seen = new TreeMap<>();
  private OpenHouse house;

  @BeforeAll
  void start() throws IOException {
    house = new OpenHouse();
  }

  @AfterAll
  void stop() {
    house.close();
  }

  private List<String> faults() {
    return faults.entrySet().stream()
        .map(one ->
            "%s, at %d, such as %s"
                .formatted(
                    one.getKey(), one.getValue().size(), one.getValue().stream().limit(5).toList()))
        .toList();
  }

  @Test
  void everyRouteAnswersEveryStatusUnderTheRulesOfItsKind() throws IOException {
    var knocks = house.knocks();
    eachRoute(FEW, knocks::at);
    house.breakStore();
    eachRoute(FEW, knocks::most);
    house.mendStore();
    house.freezeStore("STOP");
    eachRoute(MANY, knocks::most);
    house.freezeStore("CONT");

    int pairs = seen.values().stream().mapToInt(Set::size).sum();
    System.out.printf("%d routes, %d pairs of a route and a status%n", routes(), pairs);
    seen.forEach((status, all) -> System.out.println(status + ": " + all.size()));
    assertThat(faults()).isEmpty();
    assertThat(seen.keySet()).containsAll(STATUSES);
  }

  private long routes() {
    return house.server.openings().values().stream().mapToLong(List::size).sum();
  }

  private void eachRoute(int atOnce, Function<Opening, List<Knock>> knocks) {
    try (var threads = Executors.newFixedThreadPool(atOnce)) {
      house
          .server
          .openings()
          .forEach((port, openings) ->
              openings.forEach(
                  opening -> threads.execute(() -> ask(port, opening, knocks.apply(opening)))));
    }
  }

  private void ask(int port, Opening opening, List<Knock> knocks) {
    var kind = Kind.of(opening.path());
    if (kind.isEmpty()) {
      fault("no rule says what stands above its answers", opening.path());
      return;
    }
    for (var knock : knocks) {
      var answer = answer(port, knock);
      check(kind.get(), opening, knock, answer);
      if (answer.headers().containsKey("etag")) {
        var known = knock.with("If-None-Match: " + answer.headers().get("etag"));
        check(kind.get(), opening, known, answer(port, known));
      }
    }
  }

  private void check(Kind kind, Opening opening, Knock knock, RawHttp.Answer answer) {
    note(opening, answer.status());
    HeaderRules.faults(kind, answer)
        .forEach(
            fault -> fault(fault, knock.method() + " " + opening.path() + " " + answer.status()));
  }

  private synchronized void fault(String what, String where) {
    faults.computeIfAbsent(what, _ -> new TreeSet<>()).add(where);
  }

  private synchronized void note(Opening opening, int status) {
    seen.computeIfAbsent(status, _ -> new TreeSet<>()).add(opening.methods() + opening.path());
  }

  /// The head of the answer and what comes with it; a log that goes on is not waited for.
  private static RawHttp.Answer answer(int port, Knock knock) {
    return new RawHttp(port)
        .with(socket -> {
          try {
            socket.getOutputStream().write(knock.bytes());
            return RawHttp.Answer.read(head(socket));
          } catch (IOException e) {
            return new RawHttp.Answer(0, Map.of(), "no answer to " + knock);
          }
        });
  }

  private static String head(Socket socket) throws IOException {
    var all = new ByteArrayOutputStream();
    var piece = new byte[8192];
    int read = 0;
    while (read >= 0 && !all.toString(StandardCharsets.UTF_8).contains("\r\n\r\n")) {
      read = socket.getInputStream().read(piece);
      all.write(piece, 0, Math.max(0, read));
    }
    return all.toString(StandardCharsets.UTF_8);
  }
}
