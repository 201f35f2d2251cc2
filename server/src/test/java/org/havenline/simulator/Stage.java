package org.havenline.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.havenline.simulator.web.Form;

/// A simulator, a server for it to call, and a client to drive it.
final class Stage implements AutoCloseable {
  static final String LINE = "+12025550100";
  static final String PHONE = "+12025550143";
  static final String PUBLIC_URL = "https://help.example.org";
  static final String STATUS_URL = PUBLIC_URL + "/twilio/messages/status?line=a%2Bb";

  private final Vertx vertx = Vertx.vertx();
  private final SimulatorServer simulator;
  private final int port;
  final Receiver server = new Receiver(vertx);
  final Client client;

  Stage() throws TimeoutException {
    var settings =
        new SimulatorSettings(
            Client.ACCOUNT,
            Client.TOKEN,
            URI.create("http://127.0.0.1:" + server.start()),
            PUBLIC_URL,
            List.of(new Line("Help", LINE, true)));
    simulator =
        new SimulatorServer(
            vertx, new Simulator(vertx, settings, InstantSource.system(), new SplittableRandom(1)));
    port = simulator.start(0);
    client = new Client(port, "");
  }

  String page() {
    return "http://127.0.0.1:" + port + "/";
  }

  static JsonObject text(String body) {
    return new JsonObject().put("body", body);
  }

  static Form answer(String body) {
    return Form.EMPTY.and("From", LINE).and("To", PHONE).and("Body", body);
  }

  @Override
  public void close() throws TimeoutException {
    client.close();
    simulator.close();
    server.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }
}
