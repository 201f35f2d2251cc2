package org.havenline.console.administrator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.havenline.testing.MadeUpRules.rule;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Random;
import org.havenline.console.Api;
import org.havenline.console.DeskRig;
import org.havenline.console.Person;
import org.havenline.testing.Canaries;
import org.havenline.testing.MadeUpRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A trial of risk rules over HTTP.
class TrialApiIT {
  @SuppressWarnings("NullAway.Init") // before each test
  private DeskRig rig;

  @BeforeEach
  void open() {
    rig = new DeskRig();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void administratorSeesWhoWouldRiseAndByWhatAndNoWordOfIt() {
    var canaries = new Canaries(new Random(11));
    var word = canaries.word("a message");
    var person = new Person(rig, "lamp", "en").writes("he hid my lantern " + word);
    new Person(rig, "calm", "en").writes("hello " + word);
    var jonas = rig.signedIn("jonas");
    var draft = draft(jonas);
    assertThat(draft.status()).isEqualTo(201);

    var answer = jonas.post("/risk/trial", question(draft.body().getInteger("number")));

    assertThat(answer.status()).as(answer.body().encode()).isEqualTo(200);
    var report = answer.body();
    assertThat(report.getJsonObject("messages").getInteger("read")).isEqualTo(2);
    assertThat(report.getJsonObject("contacts").getInteger("rise")).isEqualTo(1);
    var moved = report.getJsonArray("moved").getJsonObject(0);
    assertThat(moved.getString("contact")).isEqualTo(person.contact.value());
    assertThat(moved.getString("after")).isEqualTo("HIGH");
    assertThat(moved.getJsonArray("by").getJsonObject(0).getJsonArray("words"))
        .containsExactly(new JsonArray().add(10).add(17));
    assertThat(report.getJsonArray("findings")).isEmpty();

    var audit = jonas.get("/audit").body().encode();
    assertThat(audit).contains("tried risk rules", "version 2 on the messages of 14 days");
    assertThat(canaries.foundIn(report.encode().getBytes(UTF_8))).isEmpty();
    assertThat(canaries.foundIn(audit.getBytes(UTF_8))).isEmpty();
    var read = rig.signedIn("miriam").get("/tables").status();
    assertThat(read).as("a supervisor may try rules, not see the tables").isEqualTo(403);
    assertThat(rig.signedIn("miriam").post("/risk/trial", question(2)).status()).isEqualTo(200);
  }

  @Test
  void responderMayNotAndAnUnknownVersionIsSaid() {
    assertThat(rig.signedIn("lucia").post("/risk/trial", question(1)).status()).isEqualTo(403);
    var jonas = rig.signedIn("jonas");
    assertThat(jonas.post("/risk/trial", question(99)).status()).isEqualTo(404);
    assertThat(jonas.post("/risk/trial", question(1).put("days", 400)).status()).isEqualTo(400);
    assertThat(jonas.get("/audit").body().encode())
        .as("nothing was read")
        .doesNotContain("tried risk rules");
  }

  private static Api.Answer draft(Api api) {
    var files = new JsonArray();
    MadeUpRules.of(rule("lamp", "threats", "high", "lantern"))
        .files()
        .forEach((name, bytes) ->
            files.add(new JsonObject().put("name", name).put("text", new String(bytes, UTF_8))));
    return api.post("/tables/versions", new JsonObject().put("reason", "x").put("files", files));
  }

  private static JsonObject question(int version) {
    return new JsonObject()
        .put("version", version)
        .put("days", 14)
        .put("reason", "before we publish");
  }
}
