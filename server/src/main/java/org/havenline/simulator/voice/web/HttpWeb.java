package org.havenline.simulator.voice.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;

/// Calls a real server; its public addresses lead to where it really listens, and no others
/// anywhere.
public final class HttpWeb implements Web, AutoCloseable {
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(Duration.ofSeconds(5))
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();
  private final URI serverUrl;
  private final String publicUrl;

  /// Neither with a slash at its end.
  public HttpWeb(URI serverUrl, String publicUrl) {
    this.serverUrl = serverUrl;
    this.publicUrl = publicUrl;
  }

  @Override
  public WebReply answer(WebRequest asked) throws InterruptedException {
    if (!asked.url().startsWith(publicUrl + "/")) {
      return WebReply.NONE;
    }
    var target = URI.create(serverUrl + asked.url().substring(publicUrl.length()));
    var request =
        HttpRequest.newBuilder(target)
            .timeout(Duration.ofSeconds(15))
            .header("User-Agent", "TwilioProxy/1.1 (simulated)")
            .header("X-Twilio-Signature", asked.signature());
    if (asked.method().equals("GET")) {
      request.GET();
    } else {
      request
          .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
          .POST(BodyPublishers.ofString(asked.form().encoded()));
    }
    try {
      var answer = client.send(request.build(), BodyHandlers.ofByteArray());
      var type = answer.headers().firstValue("Content-Type").orElse("");
      return new WebReply(answer.statusCode(), type, WebReply.body(type, answer.body()));
    } catch (IOException _) {
      return WebReply.NONE;
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
