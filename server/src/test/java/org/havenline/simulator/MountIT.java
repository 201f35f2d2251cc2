package org.havenline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Below another router, as in the demo.
final class MountIT {
  private final Vertx vertx = Vertx.vertx();
  private final Receiver server = new Receiver(vertx);
  private Simulator simulator;

  @BeforeEach
  void start() throws TimeoutException {
    var serverUrl = URI.create("http://127.0.0.1:" + server.start());
    var lines = List.of(new Line("Help", Stage.LINE, true));
    simulator =
        new Simulator(
            vertx,
            new SimulatorSettings(Client.ACCOUNT, Client.TOKEN, serverUrl, Stage.PUBLIC_URL, lines),
            InstantSource.system(),
            new SplittableRandom(1));
  }

  @AfterEach
  void stop() throws TimeoutException {
    simulator.close();
    server.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void worksBelowARouterThatMayHaveReadTheBody(boolean readAlready) throws Exception {
    try (var client = new Client(mount(readAlready), "/simulator")) {
      assertThat(client.text(Stage.PHONE, Stage.text("hello")).getInteger("status")).isEqualTo(200);
      assertThat(client.send(Stage.answer("Are you safe?")).statusCode()).isEqualTo(201);
      assertThat(client.phone(Stage.PHONE)).hasSize(2);
      assertThat(client.get("/requests").encode()).contains("\"path\":\"/twilio/2010-04-01/");
    }
  }

  @Test
  void pageIsFoundWithoutItsSlashAndAllowsNothingInline() throws Exception {
    var page = URI.create("http://127.0.0.1:" + mount(false) + "/simulator");
    try (var http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
      var answer = http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.uri().getPath()).isEqualTo("/simulator/");
      assertThat(answer.body()).contains("Demonstration: no real phone, no real network");
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'")
          .doesNotContain("unsafe");
    }
  }

  private int mount(boolean readAlready) throws TimeoutException {
    var router = Router.router(vertx);
    if (readAlready) {
      router.route().handler(BodyHandler.create(false));
    }
    router.route("/simulator/*").subRouter(simulator.router());
    return vertx
        .createHttpServer()
        .requestHandler(router)
        .listen(0, "127.0.0.1")
        .await(10, TimeUnit.SECONDS)
        .actualPort();
  }
}
