package org.havenline.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/// Files at Twilio, which the SDK cannot fetch: it takes every answer for text.
public final class RestMedia {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private final TwilioAccount account;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  public RestMedia(TwilioAccount account) {
    this.account = account;
  }

  /// A recording as a WAV file.
  ///
  /// @return empty when it is not there, not yet, or too large
  public Optional<byte[]> recording(String sid) {
    var api = account.apiUrl().map(URI::toString).orElse("https://api.twilio.com");
    var path = "/2010-04-01/Accounts/" + account.sid() + "/Recordings/" + sid + ".wav";
    var pair = account.sid() + ":" + account.authToken();
    var request =
        HttpRequest.newBuilder(URI.create(api.replaceFirst("/+$", "") + path))
            .timeout(PATIENCE)
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)))
            .build();
    try {
      var answer = client.send(request, BodyHandlers.ofInputStream());
      try (var body = answer.body()) {
        var bytes = body.readNBytes(MOST_BYTES + 1);
        return answer.statusCode() == 200 && bytes.length <= MOST_BYTES
            ? Optional.of(bytes)
            : Optional.empty();
      }
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
