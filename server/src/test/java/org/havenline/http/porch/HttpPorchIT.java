package org.havenline.http.porch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.havenline.http.Request;
import org.havenline.http.Response;
import org.havenline.redis.RedisUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class HttpPorchIT {
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch mayLeave = new CountDownLatch(1);
  private final OpenPorch open =
      new OpenPorch(
          1,
          (router, routes) -> {
            router.get("/good").handler(routes.bounded(_ -> Response.of(200, "text/plain", "ok")));
            router.get("/tell").handler(routes.bounded(HttpPorchIT::tell));
            router.get("/people/:id").handler(routes.bounded(HttpPorchIT::tell));
            router.post("/echo").handler(routes.always(r -> new Response(200, Map.of(), r.body())));
            router.get("/wait").handler(routes.bounded(this::waitInside));
            router.get("/always").handler(routes.always(_ -> Response.empty(204)));
            router
                .get("/store-down")
                .handler(
                    routes.always(_ -> {
                      throw new RedisUnavailable("reading +15005550006", new IOException("secret"));
                    }));
            router
                .get("/broken")
                .handler(
                    routes.always(_ -> {
                      throw new IllegalStateException("secret of +15005550006");
                    }));
            router
                .get("/broken-loop")
                .handler(_ -> {
                  throw new IllegalStateException("secret of +15005550006");
                });
          });

  @AfterEach
  void close() {
    mayLeave.countDown();
    open.close();
  }

  private static Response tell(Request request) {
    return Response.of(
        200, "text/plain", request.target() + " " + request.pathParameters() + request.query());
  }

  private Response waitInside(Request request) {
    entered.countDown();
    try {
      mayLeave.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return Response.of(200, "text/plain", "waited");
  }

  private void assertClosedDown(RawHttp.Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers())
        .containsEntry("x-content-type-options", "nosniff")
        .containsEntry("referrer-policy", "no-referrer")
        .containsEntry("cross-origin-opener-policy", "same-origin")
        .containsEntry("cross-origin-resource-policy", "same-origin")
        .containsEntry("cache-control", "no-store")
        .containsKeys("strict-transport-security", "permissions-policy", "x-robots-tag")
        .doesNotContainKeys("server", "x-powered-by");
    assertThat(answer.headers().get("content-security-policy"))
        .contains("default-src 'none'")
        .contains("frame-ancestors 'none'");
    assertThat(answer.body()).doesNotContain("secret", "+1500", "org.havenline", "Exception");
  }

  @Test
  void everyAnswerCarriesTheSecurityHeadersAndNoDetails() {
    assertClosedDown(open.http.get("/good"), 200);
    assertClosedDown(open.http.get("/always"), 204);
    assertClosedDown(open.http.get("/nowhere"), 404);
    assertClosedDown(open.http.get("/../etc/passwd"), 404);
    assertClosedDown(open.http.get("/%zz"), 400);
    assertClosedDown(open.http.post("/good", "", new byte[0]), 405);
    assertClosedDown(open.http.post("/echo", "", new byte[BlockingRoutes.BODY_BYTES + 1]), 413);
    assertClosedDown(open.http.get("/store-down"), 503);
    assertClosedDown(open.http.get("/broken"), 500);
    assertClosedDown(open.http.get("/broken-loop"), 500);
    assertClosedDown(
        open.http.send("TRACE /good HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"), 405);
    assertClosedDown(open.http.send("GET /good HTTP/1.1\r\nConnection: close\r\n\r\n"), 400);
    assertClosedDown(open.http.get("/" + "x".repeat(9_000)), 414);
    assertClosedDown(
        open.http.send("GET /good HTTP/1.1\r\nX: " + "x".repeat(20_000) + "\r\n\r\n"), 431);
  }

  @Test
  void problemsAreProblemJson() {
    var answer = open.http.get("/store-down");

    assertThat(answer.headers())
        .containsEntry("content-type", "application/problem+json")
        .containsKey("retry-after");
    assertThat(answer.body()).contains("\"status\":503");
    assertThat(open.http.get("/broken").body())
        .matches(
            "\\{\"type\":\"about:blank\",\"title\":\"Internal Server"
                + " Error\",\"status\":500,\"id\":\"[0-9a-f]{16}\"}");
  }

  @Test
  void theLogKnowsTheIdAndNothingOfWhatWasSaid() {
    var log = new ListAppender<ILoggingEvent>();
    log.start();
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(log);
    try {
      var id = new JsonObject(open.http.get("/broken").body());
      open.http.get("/broken-loop");
      open.http.get("/store-down");
      var written =
          log.list.stream()
              .map(
                  e -> e.getFormattedMessage() + ThrowableProxyUtil.asString(e.getThrowableProxy()))
              .collect(Collectors.joining("\n"));

      assertThat(written)
          .contains(id.getString("id"), "IllegalStateException", "RedisUnavailable", "HttpPorchIT")
          .doesNotContain("secret", "+1500");
    } finally {
      root.detachAppender(log);
    }
  }

  @Test
  void theTargetStaysAsItCame() {
    assertThat(open.http.get("/people/a%20b?x=%2b&x=2").body())
        .isEqualTo("/people/a%20b?x=%2b&x=2 {id=a b}{x=[+, 2]}");
    assertThat(open.http.get("/tell?y=%zz&x=%FF&'").body())
        .isEqualTo("/tell?y=%zz&x=%FF&' {}{y=[%zz], x=[\uFFFD], '=[]}");
  }

  @Test
  void aBodyArrivesWholeAndUnchanged() {
    var body = new byte[BlockingRoutes.BODY_BYTES];
    new SplittableRandom(3).nextBytes(body);

    assertThat(open.http.post("/echo", "Content-Encoding: gzip\r\n", body).body())
        .isEqualTo(new String(body, UTF_8));
    assertThat(open.http.post("/echo", "Expect: 100-continue\r\n", body).status()).isEqualTo(100);
  }

  @Test
  void aFullHouseAsksToComeAgainButNeverRefusesTheSigned() throws InterruptedException {
    var first = CompletableFuture.supplyAsync(() -> open.http.get("/wait"));
    entered.await();

    var refused = open.http.get("/good");
    assertClosedDown(refused, 503);
    assertThat(refused.headers()).containsKey("retry-after");
    assertThat(open.http.get("/always").status()).isEqualTo(204);

    mayLeave.countDown();
    assertThat(first.join().body()).isEqualTo("waited");
    assertThat(open.http.get("/good").status()).isEqualTo(200);
  }

  @Test
  void aBusyPortIsSaidInOneLine() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(
              () -> HttpPorch.open(open.vertx, "127.0.0.1", port, open.registry, _ -> {}))
          .isInstanceOf(CannotListen.class)
          .hasMessageStartingWith("cannot listen on 127.0.0.1:" + port + ": ")
          .hasMessageContaining("in use");
    }
  }

  @Test
  void theSeriesOfMetricsStayFewWhateverIsAsked() {
    open.http.get("/people/0");
    open.http.get("/nowhere");
    open.http.send("BREW /nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    int before = open.registry.getMeters().size();
    for (int i = 0; i < 100; i++) {
      open.http.get("/people/" + i);
      open.http.get("/nowhere/" + i);
      open.http.send(
          "BREW" + (char) ('A' + i % 26) + " /x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    }

    assertThat(open.registry.getMeters()).hasSize(before);
    assertThat(open.registry.scrape())
        .contains("route=\"/people/:id\"", "method=\"GET\"", "method=\"OTHER\"", "status=\"4xx\"")
        .doesNotContain("/people/1", "BREW");
  }

  @Test
  void aHeldEventLoopIsNoticed() {
    open.vertx.runOnContext(_ -> {
      long start = System.nanoTime();
      while (open.eventLoopBlocked() == 0 && System.nanoTime() - start < 10_000_000_000L) {
        Thread.onSpinWait();
      }
    });

    Awaitility.await().until(() -> open.eventLoopBlocked() > 0);
  }

  @Test
  void aHundredAtOnceAreAnsweredOnTheirOwnThreads() {
    var answers = new ArrayList<CompletableFuture<RawHttp.Answer>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 100; i++) {
        answers.add(
            CompletableFuture.supplyAsync(
                () -> open.http.post("/echo", "", "x".getBytes(UTF_8)), threads));
      }
    }

    assertThat(answers).allMatch(answer -> answer.join().body().equals("x"));
  }
}
