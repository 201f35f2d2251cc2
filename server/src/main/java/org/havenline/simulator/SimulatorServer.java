package org.havenline.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The simulator on a port of its own, on loopback only: for `havenline.jar simulator` and tests.
public final class SimulatorServer implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 10;

  private final Simulator simulator;
  private final HttpServer server;

  public SimulatorServer(Vertx vertx, Simulator simulator) {
    this.simulator = simulator;
    this.server =
        vertx
            .createHttpServer(new HttpServerOptions().setHost("127.0.0.1"))
            .requestHandler(simulator.router());
  }

  /// Begins to listen.
  ///
  /// @param port 0 for any free one
  /// @return the port it listens on
  public int start(int port) throws TimeoutException {
    return server.listen(port).await(PATIENCE_SECONDS, TimeUnit.SECONDS).actualPort();
  }

  @Override
  public void close() throws TimeoutException {
    simulator.close();
    server.close().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
