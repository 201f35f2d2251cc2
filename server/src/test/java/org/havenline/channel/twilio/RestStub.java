package org.havenline.channel.twilio;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.havenline.http.FormBody;

/// Twilio's REST API as far as one test needs it: it notes what comes and answers as told.
public final class RestStub implements AutoCloseable {
  public record Call(String method, String uri, String authorization, FormBody form) {
    public String field(String name) {
      return form.first(name).orElse("");
    }
  }

  public static final String SID = "AC00000000000000000000000000000001";

  public final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private volatile BiConsumer<HttpServerRequest, Call> answer = (_, _) -> {};

  public RestStub() {
    server =
        vertx
            .createHttpServer()
            .requestHandler(request ->
                request.bodyHandler(body -> {
                  var call =
                      new Call(
                          request.method().name(),
                          request.uri(),
                          String.join(",", request.headers().getAll("authorization")),
                          FormBody.parse(body.getBytes()));
                  calls.add(call);
                  answer.accept(request, call);
                }))
            .listen(0, "127.0.0.1")
            .await();
  }

  public TwilioAccount account() {
    return new TwilioAccount(SID, "secret", Optional.of(url()));
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.actualPort() + "/stub/twilio/");
  }

  public void answer(int status, String body) {
    answer = (request, _) -> respond(request, status, body);
  }

  /// Any answer, or none, or half of one.
  public void answer(BiConsumer<HttpServerRequest, Call> how) {
    answer = how;
  }

  public static void respond(HttpServerRequest request, int status, String body) {
    request.response().setStatusCode(status).end(body);
  }

  /// Nobody listens any more.
  public void stop() {
    server.close().await();
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
