package org.havenline.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RestHttpIT {
  private static final String URL = "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json";

  private final RestStub stub = new RestStub();
  private final RestHttp http = new RestHttp(Optional.of(stub.url()), Duration.ofMillis(400));

  @AfterEach
  void close() {
    stub.close();
  }

  private Request post() {
    var request = new Request(HttpMethod.POST, URL);
    request.addPostParam("Body", "ñ + & =");
    request.setAuth("AC1", "secret");
    return request;
  }

  @Test
  void callsTheOtherPlaceWithPathQueryAndCredentials() {
    stub.answer(200, "{}");
    var request = new Request(HttpMethod.GET, URL);
    request.addQueryParam("To", "+15005550006");
    request.setAuth("AC1", "secret");

    assertThat(http.makeRequest(request).getStatusCode()).isEqualTo(200);
    assertThat(stub.calls.getFirst().uri())
        .isEqualTo("/stub/twilio/2010-04-01/Accounts/AC1/Messages.json?To=%2B15005550006");
    assertThat(stub.calls.getFirst().authorization()).isEqualTo("Basic QUMxOnNlY3JldA==");
  }

  @Test
  void aPostIsNeverRepeated() {
    for (int status : new int[] {500, 502, 503, 504, 429, 400, 302}) {
      stub.calls.clear();
      stub.answer(status, "");

      assertThatThrownBy(() -> http.reliableRequest(post())).isInstanceOf(RestFailure.class);
      assertThat(stub.calls).hasSize(1);
      assertThat(stub.calls.getFirst().field("Body")).isEqualTo("ñ + & =");
    }
  }

  @Test
  void nothingIsKeptInMemory() {
    stub.answer(200, "{}");
    http.reliableRequest(post());

    assertThat(http.getLastRequest()).isNull();
    assertThat(http.getLastResponse()).isNull();
  }

  @Test
  void tooManyRequestsSaysHowLongToWait() {
    stub.answer(
        (request, _) -> request.response().putHeader("Retry-After", "7").setStatusCode(429).end());

    assertThatThrownBy(() -> http.makeRequest(post()))
        .isInstanceOfSatisfying(
            RestFailure.NotTaken.class,
            e -> assertThat(e.pause()).isEqualTo(Duration.ofSeconds(7)));
  }

  @Test
  void aRefusalCarriesItsCode() {
    stub.answer(400, "{\"code\":21610,\"message\":\"about +15005550006\"}");

    assertThatThrownBy(() -> http.makeRequest(post()))
        .isInstanceOfSatisfying(
            RestFailure.Answered.class,
            e -> {
              assertThat(e.declined()).isTrue();
              assertThat(e.code()).isEqualTo(21610);
              assertThat(e).hasMessage("HTTP status 400, code 21610");
            });
  }

  @Test
  void whereNobodyListensNothingWasTaken() {
    stub.stop();

    assertThatThrownBy(() -> http.makeRequest(post())).isInstanceOf(RestFailure.NotTaken.class);
  }

  @Test
  void silenceIsNoAnswer() {
    assertThatThrownBy(() -> http.makeRequest(post())).isInstanceOf(RestFailure.NoAnswer.class);
  }

  @Test
  void halfAnAnswerIsNoAnswer() {
    stub.answer((request, _) -> request.response().setChunked(true).write("{"));

    assertThatThrownBy(() -> http.makeRequest(post())).isInstanceOf(RestFailure.NoAnswer.class);
  }

  @Test
  void aBrokenConnectionIsNoAnswer() {
    stub.answer((request, _) -> request.connection().close());

    assertThatThrownBy(() -> http.makeRequest(post())).isInstanceOf(RestFailure.NoAnswer.class);
    assertThat(stub.calls).hasSize(1);
  }
}
