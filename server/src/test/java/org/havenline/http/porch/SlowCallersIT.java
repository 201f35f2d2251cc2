package org.havenline.http.porch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.havenline.http.Request;
import org.havenline.http.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who may take time and who may not.
class SlowCallersIT {
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch mayLeave = new CountDownLatch(1);
  private final OpenPorch open =
      new OpenPorch(
          1,
          (router, routes) -> {
            router.get("/wait").handler(routes.bounded(this::waitInside));
            router.post("/echo").handler(routes.always(_ -> Response.empty(204)));
            router
                .get("/socket")
                .handler(context ->
                    context
                        .request()
                        .toWebSocket()
                        .onSuccess(socket -> socket.textMessageHandler(socket::writeTextMessage)));
          });

  @AfterEach
  void close() {
    mayLeave.countDown();
    open.close();
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

  @Test
  void aBodyThatTricklesIsCut() {
    var head = "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc";

    assertThat(open.http.send(head).status()).isEqualTo(408);
  }

  @Test
  void headersThatTrickleAreCut() {
    assertThat(open.http.send("GET /good HTTP/1.1\r\nHo").status()).isZero();
    assertThat(open.http.send("").status()).isZero();
  }

  @Test
  void aRequestInHandIsNotCutHoweverLongItTakes() throws InterruptedException {
    var first = CompletableFuture.supplyAsync(() -> open.http.get("/wait"));
    entered.await();
    // this connection is opened later and cut, so the time of the first has passed as well
    assertThat(open.http.send("").status()).isZero();
    mayLeave.countDown();

    assertThat(first.join().body()).isEqualTo("waited");
  }

  @Test
  void aWebSocketIsNotCutHoweverLongItIsSilent() {
    var echo = new CompletableFuture<String>();
    // held, since Vert.x closes a client that nobody refers to
    var client = open.vertx.createWebSocketClient();
    var socket = client.connect(open.porch.port(), "127.0.0.1", "/socket").await();
    socket.textMessageHandler(echo::complete);
    assertThat(open.http.send("").status()).isZero();
    socket.writeTextMessage("still here").await();

    assertThat(echo.join()).isEqualTo("still here");
    client.close().await();
  }

  @Test
  void closingWaitsForTheRequestInHand() throws InterruptedException {
    var first = CompletableFuture.supplyAsync(() -> open.http.get("/wait"));
    entered.await();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var closing = threads.submit(() -> open.porch.close(Duration.ofSeconds(20)));
      Awaitility.await().until(() -> !listens(open.porch.port()));
      assertThat(closing).isNotDone();
      mayLeave.countDown();
    }

    assertThat(first.join().body()).isEqualTo("waited");
  }

  private static boolean listens(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
