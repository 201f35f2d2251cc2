package org.havenline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.havenline.testing.Soon;
import org.junit.jupiter.api.Test;

/// Phones without anybody at the page, as a load test has hundreds of.
final class HabitsIT {
  private static final String RESPONDER = "+12025550199";

  @Test
  void oneCallsAndPressesAndHangsUpByHerselfAndAnotherPicksUp() throws Exception {
    try (var stage = new Stage()) {
      stage.server.document(
          "/twilio/voice",
          "<Gather numDigits=\"1\" timeout=\"60\" action=\"/twilio/voice/key\"></Gather>");
      stage.server.document(
          "/twilio/voice/key",
          "<Dial callerId=\"" + Stage.LINE + "\"><Number>" + RESPONDER + "</Number></Dial>");
      var picksUp = new JsonObject().put("pickUp", 10);
      assertThat(stage.client.put("/phones/" + RESPONDER + "/habit", picksUp)).isEqualTo(204);

      stage.client.post(
          "/phones/" + Stage.PHONE + "/calls",
          new JsonObject().put("keys", "1").put("keysAfter", 1_000).put("hangUp", 4_000));

      Soon.holds(() -> assertThat(calls(stage)).hasSize(2).allMatch(one -> one.getBoolean("over")));
      assertThat(calls(stage)).noneMatch(one -> one.getString("answered").isEmpty());
      assertThat(calls(stage))
          .extracting(one -> one.getString("why"))
          .containsExactlyInAnyOrder("PARTY_HUNG_UP", "DIAL_ENDED");
    }
  }

  @Test
  void howLongTheServerTookIsTold() throws Exception {
    try (var stage = new Stage()) {
      stage.server.document("/twilio/voice", "<Hangup/>");
      assertThat(stage.client.get("/answers").getInteger("count")).isZero();
      stage.client.post("/phones/" + Stage.PHONE + "/calls", new JsonObject());
      Soon.holds(() -> assertThat(stage.client.get("/answers").getInteger("count")).isPositive());
      var seen = stage.client.get("/answers");
      assertThat(seen.getDouble("p50")).isPositive().isLessThanOrEqualTo(seen.getDouble("p99"));
      assertThat(seen.getDouble("p99")).isLessThanOrEqualTo(seen.getDouble("longest"));
    }
  }

  private static List<JsonObject> calls(Stage stage) throws Exception {
    return stage.client.get("/calls").getJsonArray("calls").stream()
        .map(JsonObject.class::cast)
        .toList();
  }
}
