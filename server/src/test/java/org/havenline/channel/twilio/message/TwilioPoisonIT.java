package org.havenline.channel.twilio.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.havenline.channel.twilio.Signing;
import org.havenline.http.porch.OpenPorch;
import org.havenline.http.porch.RawHttp.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The real porch before the real webhook, fed with what must not harm it.
class TwilioPoisonIT {
  private static final String TARGET = "/twilio/messages";
  private static final String CLOSE = "Connection: close\r\n";
  private static final long SEED = 4_711;

  private final KeptReception reception = new KeptReception();
  private final OpenPorch open =
      new OpenPorch(
          4,
          (router, routes) ->
              router
                  .post(TARGET)
                  .handler(
                      routes.always(
                          new MessageWebhook(
                              Numbers.SIGNATURE,
                              () -> Numbers.LINES,
                              reception,
                              InstantSource.fixed(Numbers.NOW)),
                          MessageWebhook.BODY_BYTES)));

  @AfterEach
  void close() {
    open.close();
  }

  private Answer postSigned(byte[] body, String headers) {
    var signature = Signing.signRaw(Numbers.TOKEN, Numbers.BASE + TARGET, body);
    return open.http.post(TARGET, "X-Twilio-Signature: " + signature + "\r\n" + headers, body);
  }

  private int kept() {
    return reception.accepted.size() + reception.quarantined.size();
  }

  @Test
  void twoThousandSignedPoisonFormsAreEachKeptOnce() {
    System.out.println("seed " + SEED);
    var poison = new PoisonForms(new SplittableRandom(SEED));
    for (int i = 0; i < 2_000; i++) {
      var body = poison.next();

      var answer = postSigned(body, "");

      assertThat(answer.status()).as(new String(body, ISO_8859_1)).isEqualTo(200);
      assertThat(kept()).isEqualTo(i + 1);
    }
    assertThat(reception.accepted).hasSizeGreaterThan(500);
    assertThat(reception.quarantined).hasSizeGreaterThan(200);
  }

  @Test
  void signedInputIsTakenWhateverItSaysAboutItself() {
    var body = Signing.encode(Numbers.text());
    for (var type : new String[] {"application/json", "text/plain", "multipart/form-data", "x"}) {
      assertThat(postSigned(body, "Content-Type: " + type + "\r\n").status()).isEqualTo(200);
    }
    assertThat(postSigned(body, "Content-Encoding: gzip\r\n").status()).isEqualTo(200);
    assertThat(postSigned("a=b&".repeat(10_000).getBytes(UTF_8), "").status()).isEqualTo(200);
    assertThat(postSigned(new byte[0], "").status()).isEqualTo(200);
    assertThat(kept()).isEqualTo(7);
  }

  /// Each is to be answered with the status of its name, or with any refusal where none is named.
  private Map<String, Supplier<Answer>> attacks() {
    var form = new String(Signing.encode(Numbers.text()), UTF_8);
    var all = new LinkedHashMap<String, Supplier<Answer>>();
    all.put("413 1 MB", () -> open.http.post(TARGET, "", new byte[1 << 20]));
    all.put("413 10 MB", () -> open.http.post(TARGET, "", new byte[10 << 20]));
    all.put("413 endless chunks", this::endlessChunks);
    all.put("408 one byte and silence", () -> head("Content-Length: 100\r\n\r\na"));
    all.put("408 chunk and silence", () -> head("Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n"));
    all.put("403 unsigned", () -> open.http.post(TARGET, "", form.getBytes(UTF_8)));
    all.put("403 gzip", () -> open.http.post(TARGET, "Content-Encoding: gzip\r\n", gzip()));
    all.put(
        "403 two signatures",
        () -> open.http.post(TARGET, "X-Twilio-Signature: a\r\n".repeat(2), form.getBytes(UTF_8)));
    all.put(
        "0 bad chunk, closed without a word",
        () -> head("Transfer-Encoding: chunked\r\n\r\nZZ\r\na\r\n"));
    all.put("4 two lengths", () -> head("Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"));
    all.put("4 no number", () -> head("Content-Length: 1e3\r\n\r\nab"));
    all.put("4 negative", () -> head("Content-Length: -5\r\n\r\nab"));
    all.put(
        "4 length and chunks",
        () -> head(CLOSE + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"));
    all.put("431 long header", () -> head("Cookie: " + "c".repeat(100_000) + "\r\n\r\n"));
    all.put("431 many headers", () -> head("A: b\r\n".repeat(10_000) + "\r\n"));
    all.put("4 header without colon", () -> head("nonsense\r\nContent-Length: 0\r\n\r\n"));
    all.put("4 NUL in a header", () -> head("A: a\0b\r\nContent-Length: 0\r\n\r\n"));
    all.put("414 long target", () -> open.http.get(TARGET + "?" + "q".repeat(20_000)));
    all.put("405 GET", () -> open.http.get(TARGET));
    all.put("404 traversal", () -> open.http.get("/twilio/../../messages"));
    all.put("4 double escape", () -> open.http.get("/%252e%252e/%00"));
    all.put("4 not HTTP", () -> open.http.send("\u0016\u0003\u0001 hello \0\r\n\r\n"));
    return all;
  }

  private Answer head(String rest) {
    return open.http.send("POST " + TARGET + " HTTP/1.1\r\nHost: x\r\n" + rest);
  }

  private Answer endlessChunks() {
    var chunk = ("400\r\n" + "x".repeat(1024) + "\r\n").getBytes(UTF_8);
    var start = "POST " + TARGET + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
    var begun = new boolean[1];
    return open.http.exchange(out -> {
      out.write(begun[0] ? chunk : start.getBytes(UTF_8));
      begun[0] = true;
      return true;
    });
  }

  private static byte[] gzip() {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(new byte[1 << 24]);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  @Test
  void attacksAreRefusedAndStoreNothing() {
    attacks()
        .forEach((name, attack) ->
            assertThat(Integer.toString(attack.get().status()))
                .as(name)
                .startsWith(name.substring(0, name.indexOf(' '))));
    assertThat(kept()).isZero();
  }

  @Test
  void aHundredSlowOnesAtOnceHinderNobody() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var slow =
          IntStream.range(0, 100)
              .mapToObj(_ ->
                  CompletableFuture.supplyAsync(
                      () -> head("Content-Length: 100\r\n\r\na"), threads))
              .toList();
      assertThat(postSigned(Signing.encode(Numbers.text()), "").status()).isEqualTo(200);
      assertThat(slow).allMatch(one -> one.join().status() == 408);
    }
  }

  /// What holds the loop holds it every time; a busy machine does so now and then. So one round
  /// without a block among several is the proof, and a block in all of them the finding.
  @Test
  void noPoisonHoldsTheEventLoop() {
    var blocks = new ArrayList<Double>();
    do {
      double before = open.eventLoopBlocked();
      attacks().values().forEach(attack -> assertThat(attack.get()).isNotNull());
      for (var size : new int[] {1_000, 10_000, 60_000}) {
        postSigned("a=b&".repeat(size).getBytes(UTF_8), "");
      }
      blocks.add(open.eventLoopBlocked() - before);
    } while (blocks.getLast() > 0 && blocks.size() < 6);
    System.out.println(
        "blocks of the event loop by round: "
            + blocks.stream().map(Object::toString).collect(Collectors.joining(", ")));

    assertThat(blocks).contains(0.0);
  }
}
