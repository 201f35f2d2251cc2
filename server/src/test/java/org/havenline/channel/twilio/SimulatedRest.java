package org.havenline.channel.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.hc.core5.http.Header;
import org.havenline.simulator.voice.rest.VoiceRest;
import org.havenline.simulator.web.Asked;
import org.havenline.simulator.web.Form;
import org.havenline.simulator.web.Reply;

/// How the SDK reaches the simulator without sockets, with the failures of [RestHttp].
public final class SimulatedRest extends HttpClient {
  private final VoiceRest rest;

  private SimulatedRest(VoiceRest rest) {
    this.rest = rest;
  }

  public static TwilioRestClient client(VoiceRest rest, String account, String token) {
    return new TwilioRestClient.Builder(account, token).httpClient(new SimulatedRest(rest)).build();
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    var url = request.constructURL();
    boolean posts = request.getMethod().toString().equals("POST");
    var asked =
        new Asked(
            request.getMethod().toString(),
            url.getPath(),
            Map.of(),
            Form.parse(Objects.requireNonNullElse(url.getQuery(), "")),
            Optional.ofNullable(request.getAuthString()),
            posts ? request.encodeFormBody() : "");
    try {
      return switch (rest.answer(asked)) {
        case Reply.Json(int status, var body) -> answered(status, body.encode(), body);
        case Reply.Sound _ -> throw new IllegalStateException("the SDK fetches no files");
        case Reply.Empty(int status) -> new Response("", status, new Header[0]);
        case Reply.HangUp() -> throw new RestFailure.NoAnswer("hung up");
      };
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Response answered(int status, String text, io.vertx.core.json.JsonObject body) {
    if (status == 429) {
      throw new RestFailure.NotTaken("too many requests", Duration.ofSeconds(1));
    }
    if (status > 299) {
      throw new RestFailure.Answered(status, body.getInteger("code", 0));
    }
    return new Response(text, status, new Header[0]);
  }
}
