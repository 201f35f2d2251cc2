package org.havenline.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.havenline.simulator.web.Form;

/// The server that Twilio would call: keeps what was posted and answers with a status.
final class Receiver implements AutoCloseable {
  record Posted(String target, Form form, String signature, String token) {}

  private final HttpServer server;
  private final BlockingQueue<Posted> posted = new LinkedBlockingQueue<>();
  private final Map<String, String> documents = new ConcurrentHashMap<>();
  private final AtomicInteger answer = new AtomicInteger(200);

  Receiver(Vertx vertx) {
    server =
        vertx
            .createHttpServer()
            .requestHandler(request ->
                request
                    .body()
                    .onSuccess(body -> {
                      posted.add(
                          new Posted(
                              request.uri(),
                              Form.parse(body.toString()),
                              header(request, "X-Twilio-Signature"),
                              header(request, "I-Twilio-Idempotency-Token")));
                      var verbs = documents.getOrDefault(request.path(), "");
                      request
                          .response()
                          .putHeader("Content-Type", "text/xml")
                          .setStatusCode(answer.get())
                          .end("<Response>" + verbs + "</Response>");
                    }));
  }

  private static String header(HttpServerRequest request, String name) {
    return Optional.ofNullable(request.getHeader(name)).orElse("");
  }

  int start() throws TimeoutException {
    return server.listen(0, "127.0.0.1").await(10, TimeUnit.SECONDS).actualPort();
  }

  /// What a path answers a call.
  void document(String path, String verbs) {
    documents.put(path, verbs);
  }

  void answer(int status) {
    answer.set(status);
  }

  /// The next post, in order of arrival; fails when none comes.
  Posted next() throws InterruptedException {
    return Optional.ofNullable(posted.poll(10, TimeUnit.SECONDS)).orElseThrow();
  }

  int waiting() {
    return posted.size();
  }

  void forget() {
    posted.clear();
  }

  @Override
  public void close() throws TimeoutException {
    server.close().await(10, TimeUnit.SECONDS);
  }
}
