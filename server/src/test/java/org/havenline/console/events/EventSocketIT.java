package org.havenline.console.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.havenline.console.Api;
import org.havenline.console.DeskRig;
import org.havenline.console.Person;
import org.havenline.http.porch.RawHttp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What the event socket promises in `docs/protocol.md`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventSocketIT {
  private DeskRig rig;

  @BeforeAll
  void open() {
    rig = new DeskRig();
  }

  @AfterAll
  void close() {
    rig.close();
  }

  private Console console(Api api, String query) {
    return new Console(rig.url, api.token(), query);
  }

  @Test
  void theFirstFrameIsASnapshotAndEventsFollow() {
    var nadia = rig.signedIn("nadia");
    try (var console = console(nadia, "")) {
      var snapshot = console.next();
      assertThat(snapshot.getString("type")).isEqualTo("snapshot");
      assertThat(snapshot.getJsonObject("me").getString("username")).isEqualTo("nadia");
      assertThat(snapshot.containsKey("quarantined")).isFalse();
      new Person(rig, "first", "ar").writes("x");
      var waiting = console.next("contact.waiting");
      assertThat(waiting.getLong("seq")).isGreaterThan(snapshot.getLong("seq"));
      assertThat(waiting.getJsonObject("contact").getString("state")).isEqualTo("queued");
    }
  }

  @Test
  void aNumberTheServerNeverGaveLeadsToASnapshot() {
    var nadia = rig.signedIn("nadia");
    for (var after : List.of("?after=999999999", "?after=-1", "?after=x", "?after=")) {
      try (var console = console(nadia, after)) {
        assertThat(console.next().getString("type")).as(after).isEqualTo("snapshot");
      }
    }
  }

  @Test
  void nothingIsLostAndNothingComesTwiceOverAThousandCuts() throws Exception {
    var seed = 20261124L;
    var random = new SplittableRandom(seed);
    var people = List.of(new Person(rig, "cut1", "ar"), new Person(rig, "cut2", "ar"));
    var nadia = rig.signedIn("nadia");
    people.forEach(person -> person.writes("1").isTakenBy("nadia"));
    long after = rig.log.last();
    var seen = new HashMap<String, List<Integer>>();
    int wanted = 1_500;
    var writing = new SplittableRandom(seed + 1);
    var writer =
        Thread.ofVirtual()
            .start(() -> {
              for (int i = 0; i < wanted; i++) {
                people.get(writing.nextInt(people.size())).writes("more");
              }
            });
    int cuts = 0;
    while (cuts < 1_000 || writer.isAlive()) {
      try (var console = console(nadia, "?after=" + after)) {
        assertThat(console.next().getString("type")).as("seed %d", seed).isEqualTo("hello");
        int frames = random.nextInt(4);
        console.say("{\"type\":\"ping\"}");
        for (int i = 0; i < frames && after < rig.log.last(); i++) {
          after = Math.max(after, note(console.next(), seen));
        }
        console.cut();
        cuts++;
      }
    }
    writer.join();
    try (var console = console(nadia, "?after=" + after)) {
      console.next();
      while (after < rig.log.last()) {
        after = Math.max(after, note(console.next(), seen));
      }
    }
    assertThat(seen.values().stream().mapToInt(List::size).sum()).isEqualTo(wanted);
    assertThat(seen)
        .allSatisfy((_, numbers) ->
            assertThat(numbers)
                .as("seed %d", seed)
                .isEqualTo(
                    java.util.stream.IntStream.rangeClosed(2, numbers.size() + 1)
                        .boxed()
                        .toList()));
  }

  private static long note(JsonObject frame, Map<String, List<Integer>> seen) {
    if (frame.getString("type").equals("message.received")) {
      seen.computeIfAbsent(frame.getJsonObject("contact").getString("id"), _ -> new ArrayList<>())
          .add(frame.getJsonObject("message").getInteger("n"));
    }
    return frame.getLong("seq");
  }

  @Test
  void whatTheLogKeepsNoLongerIsShownAnewAsItStands() {
    var nadia = rig.signedIn("nadia");
    try (var console = console(nadia, "")) {
      console.next("snapshot");
      rig.redis.call("INCRBY", rig.keys.of("seq"), 1_000);
      new Person(rig, "gap", "ar").writes("x");
      var snapshot = console.next("snapshot");
      assertThat(snapshot.getJsonArray("contacts").encode()).contains("c-gap");
    }
  }

  @Test
  void wordsGoToTheOwnerAlone() {
    var person = new Person(rig, "words", "ar").writes("before");
    person.isTakenBy("nadia");
    try (var owner = console(rig.signedIn("nadia"), "");
        var colleague = console(rig.signedIn("lucia"), "");
        var supervisor = console(rig.signedIn("miriam"), "");
        var administrator = console(rig.signedIn("jonas"), "")) {
      person.writes("the canary sings");
      long seq = rig.log.last();
      assertThat(owner.all(seq)).contains("the canary sings");
      assertThat(colleague.all(seq)).doesNotContain("canary").doesNotContain("Caller words");
      assertThat(supervisor.all(seq)).doesNotContain("canary").contains("Caller words");
      assertThat(administrator.all(seq)).doesNotContain("canary").doesNotContain("c-words");
    }
  }

  @Test
  void whoIsNotAskedSeesAnOfferedContactLeaveWithoutAReason() {
    var person = new Person(rig, "asked", "ar").writes("x");
    rig.presence.available(new org.havenline.contact.ResponderId("nadia"));
    try (var asked = console(rig.signedIn("nadia"), "");
        var other = console(rig.signedIn("tomas"), "")) {
      // what comes before is in the snapshot, and not told again
      asked.next("snapshot");
      other.next("snapshot");
      person.isOfferedTo("nadia");
      assertThat(asked.next("contact.offered").getJsonObject("contact").getJsonObject("offer"))
          .isNotNull();
      assertThat(other.next("contact.offered").getJsonObject("contact"))
          .isEqualTo(new JsonObject().put("id", "c-asked").put("state", "elsewhere"));
    }
  }

  @Test
  void signingOutClosesEverySocketOfTheSession() throws Exception {
    var lucia = rig.signedIn("lucia");
    try (var one = console(lucia, "");
        var two = console(lucia, "")) {
      one.next();
      two.next();
      assertThat(lucia.send("DELETE", "/sessions/current", null).status()).isEqualTo(204);
      assertThat(one.closeCode()).isEqualTo(4401);
      assertThat(two.closeCode()).isEqualTo(4401);
    }
    assertThatThrownBy(() -> console(lucia, "")).hasMessageContaining("WebSocket");
  }

  @Test
  void aSixthSocketOfOnePersonIsRefused() {
    var ruth = rig.signedIn("ruth");
    var five = new ArrayList<Console>();
    for (int i = 0; i < 5; i++) {
      five.add(console(ruth, ""));
      five.getLast().next();
    }
    assertThatThrownBy(() -> console(ruth, "")).hasMessageContaining("WebSocket");
    five.forEach(Console::close);
  }

  @Test
  void whateverAConsoleSaysChangesNothing() throws Exception {
    var person = new Person(rig, "forged", "ar").writes("x").isTakenBy("nadia");
    var lucia = rig.signedIn("lucia");
    for (var forged :
        List.of(
            "{\"type\":\"message.received\",\"contact\":{\"id\":\"c-forged\"}}",
            "{\"type\":\"accept\",\"offer\":\"c-forged.1\"}",
            "{\"type\":7}",
            "[]",
            "null",
            "ping",
            "{")) {
      try (var console = console(lucia, "")) {
        console.next();
        console.say(forged);
        assertThat(console.closeCode()).as(forged).isEqualTo(1003);
      }
    }
    assertThat(person.now().messages()).isEqualTo(1);
    assertThat(person.now().isOwnedBy(new org.havenline.contact.ResponderId("nadia"))).isTrue();
  }

  @Test
  void noPageOfAnotherOriginOpensASocket() {
    var nadia = rig.signedIn("nadia");
    var http = new RawHttp(rig.url.getPort());
    var ours = rig.url.toString();
    var bad =
        new ArrayList<>(
            List.of(
                "null",
                "",
                "https://localhost:" + rig.url.getPort(),
                ours + ".evil.example",
                "http://evil.example/" + ours,
                "http://sub.localhost:" + rig.url.getPort(),
                "http://localhost",
                ours.toUpperCase(Locale.ROOT),
                ours + "/",
                "http://lоcalhost:" + rig.url.getPort()));
    var random = new SplittableRandom(7);
    while (bad.size() < 1_000) {
      var changed = new StringBuilder(ours);
      changed.setCharAt(random.nextInt(changed.length()), (char) ('!' + random.nextInt(90)));
      if (!changed.toString().equals(ours)) {
        bad.add(changed.toString());
      }
    }
    for (var origin : bad) {
      assertThat(handshake(http, nadia, "Origin: " + origin)).as(origin).isNotEqualTo(101);
    }
    assertThat(handshake(http, nadia, "X-None: 1")).as("no origin").isEqualTo(403);
    assertThat(handshake(http, nadia, "Origin: " + ours)).isEqualTo(101);
  }

  private int handshake(RawHttp http, Api who, String header) {
    return http.with(socket -> {
      try {
        socket
            .getOutputStream()
            .write(
                """
                GET /desk/events HTTP/1.1
                Host: localhost
                Connection: Upgrade
                Upgrade: websocket
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
                Cookie: __Host-desk=%s
                %s

                """
                    .formatted(who.token(), header)
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        var status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
        return Integer.parseInt(status.substring(9));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }
}
