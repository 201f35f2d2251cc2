package org.havenline.channel.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/// How the SDK reaches Twilio: once. The SDK's own client sends a POST three times when it meets a
/// 5xx, and a person would get three texts. It also keeps the last answer in memory; this one does
/// not.
final class RestHttp extends com.twilio.http.HttpClient {
  private static final Duration CONNECT = Duration.ofSeconds(2);

  /// From the call to the last byte of the answer.
  private static final Duration WHOLE = Duration.ofSeconds(5);

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Optional<String> apiUrl;
  private final Duration whole;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  RestHttp(Optional<URI> apiUrl) {
    this(apiUrl, WHOLE);
  }

  RestHttp(Optional<URI> apiUrl, Duration whole) {
    this.whole = whole;
    this.apiUrl = apiUrl.map(url -> url.toString().replaceFirst("/+$", ""));
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    var answer = exchange(written(request));
    int status = answer.statusCode();
    if (status == 429) {
      throw new RestFailure.NotTaken("too many requests", pause(answer));
    }
    if (status < 200 || status > 299) {
      throw new RestFailure.Answered(status, code(answer.body()));
    }
    return new Response(answer.body(), status, new Header[0]);
  }

  private HttpRequest written(Request request) {
    var url = request.constructURL();
    var target =
        apiUrl.map(base -> URI.create(base + url.getFile())).orElse(URI.create(url.toString()));
    var builder = HttpRequest.newBuilder(target).header("Accept", "application/json");
    if (request.requiresAuthentication()) {
      builder.header("Authorization", request.getAuthString());
    }
    return request.getMethod() == HttpMethod.POST
        ? builder
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(request.encodeFormBody()))
            .build()
        : builder.method(request.getMethod().toString(), BodyPublishers.noBody()).build();
  }

  /// The time limit is set on the whole: the client's own ends when the headers have come.
  private HttpResponse<String> exchange(HttpRequest request) {
    var exchange = client.sendAsync(request, BodyHandlers.ofString());
    try {
      return exchange.get(whole.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (TimeoutException e) {
      exchange.cancel(true);
      throw new RestFailure.NoAnswer("no answer in time");
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      throw new RestFailure.NoAnswer("interrupted");
    }
  }

  /// Names the kind only: messages of exceptions may hold the address, and that may hold a number.
  private static RestFailure failure(@Nullable Throwable cause) {
    var kind = cause == null ? "?" : cause.getClass().getSimpleName();
    return cause instanceof ConnectException
            || cause instanceof HttpConnectTimeoutException
            || cause instanceof SSLHandshakeException
        ? new RestFailure.NotTaken("no connection: " + kind, PAUSE)
        : new RestFailure.NoAnswer("broken off: " + kind);
  }

  private static Duration pause(HttpResponse<?> answer) {
    var seconds = answer.headers().firstValue("retry-after").filter(s -> s.matches("\\d{1,3}"));
    return seconds.map(s -> Duration.ofSeconds(Long.parseLong(s))).orElse(PAUSE);
  }

  private static int code(String body) {
    try {
      return JSON.readTree(body).path("code").asInt(0);
    } catch (JsonProcessingException e) {
      return 0; // a proxy's page, say
    }
  }
}
