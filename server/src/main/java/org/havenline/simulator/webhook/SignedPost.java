package org.havenline.simulator.webhook;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.havenline.simulator.account.Chance;
import org.havenline.simulator.web.Form;

/// Posts forms to the server as Twilio does: signed over the public URL, with Twilio's patience.
public final class SignedPost implements AutoCloseable {
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();
  private final URI serverUrl;
  private final String publicUrl;
  private final Signature signature;
  private final Chance chance;

  public SignedPost(URI serverUrl, String publicUrl, String authToken, Chance chance) {
    this.serverUrl = serverUrl;
    this.publicUrl = publicUrl;
    this.signature = new Signature(authToken);
    this.chance = chance;
  }

  /// Whether the URL is one of this server's; the simulator calls no other.
  public boolean reaches(String url) {
    try {
      return url.startsWith(publicUrl + "/") && !new URI(url).getRawPath().isEmpty();
    } catch (URISyntaxException _) {
      return false;
    }
  }

  /// @param path below the public URL, with its query
  Outcome post(String path, Form form, Retries retries) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(serverUrl + path))
            .timeout(Duration.ofSeconds(15))
            .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
            .header("User-Agent", "TwilioProxy/1.1 (simulated)")
            .header("X-Twilio-Signature", signature.of(publicUrl + path, form))
            .header("I-Twilio-Idempotency-Token", chance.sid(""))
            .POST(BodyPublishers.ofString(form.encoded()))
            .build();
    for (int attempt = 1; ; attempt++) {
      int status = status(request);
      if (attempt > retries.after(status)) {
        return new Outcome(Math.max(Outcome.NO_ANSWER, status), attempt);
      }
    }
  }

  private int status(HttpRequest request) throws InterruptedException {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (ConnectException | HttpConnectTimeoutException _) {
      return Outcome.NO_CONNECTION;
    } catch (IOException _) {
      return Outcome.NO_ANSWER;
    }
  }

  /// The path and query of a URL that `reaches` allowed, without Twilio's settings after `#`.
  String pathOf(String url) {
    int fragment = url.indexOf('#');
    return url.substring(publicUrl.length(), fragment < 0 ? url.length() : fragment);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
