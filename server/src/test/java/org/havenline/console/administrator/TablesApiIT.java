package org.havenline.console.administrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import org.havenline.console.Api;
import org.havenline.console.DeskRig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An administrator changes the tables over HTTP.
class TablesApiIT {
  @SuppressWarnings("NullAway.Init") // before each test
  private DeskRig rig;

  @SuppressWarnings("NullAway.Init") // before each test
  private Api jonas;

  @BeforeEach
  void open() {
    rig = new DeskRig();
    jonas = rig.signedIn("jonas");
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void draftIsComparedPublishedAndTakenBack() {
    var draft = draft("offer-timeout: 30s", "offer-timeout: 20s");
    assertThat(draft.status()).isEqualTo(201);
    assertThat(draft.body().getInteger("number")).isEqualTo(2);
    assertThat(draft.body().getJsonArray("findings")).isEmpty();
    assertThat(jonas.get("/tables/versions/2/findings").body().getJsonArray("findings")).isEmpty();
    assertThat(jonas.get("/tables/versions/2/differences").body().getJsonArray("words"))
        .containsExactly(
            "rule minor: offer-timeout 30s -> 20s",
            "rule language-unknown: offer-timeout 30s -> 20s");

    var published = jonas.post("/tables/versions/2/publish", reason().put("over", 1));
    assertThat(published.status()).isEqualTo(200);
    assertThat(published.body().getInteger("inForce")).isEqualTo(2);
    assertThat(published.body().getInteger("inForceHere")).isEqualTo(2);
    var newest = (JsonObject) published.body().getJsonArray("versions").iterator().next();
    assertThat(newest.getString("author")).isEqualTo("jonas");
    assertThat(newest.getString("reason")).isEqualTo("a quiet week");

    var back = jonas.post("/tables/rollback", reason().put("over", 2));
    assertThat(back.body().getInteger("inForce")).isEqualTo(1);
    var log = jonas.get("/audit").body();
    assertThat(log.getBoolean("intact")).isTrue();
    assertThat(deeds(log)).containsExactly("published", "drafted", "published", "rolled back to");
    assertThat(jonas.get("/audit?after=3").body().getJsonArray("entries")).hasSize(1);
  }

  @Test
  void brokenDraftIsKeptWithItsFindingsAndRefused() {
    var draft = draft("queue: minors", "queue: minor");

    assertThat(faults(draft.body())).containsExactly("there is no queue 'minor'");
    var refused = jonas.post("/tables/versions/2/publish", reason().put("over", 1));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().getString("title")).isEqualTo("These tables cannot come in force");
    assertThat(faults(refused.body())).containsExactly("there is no queue 'minor'");
    var finding = (JsonObject) refused.body().getJsonArray("findings").iterator().next();
    assertThat(finding.getString("file")).isEqualTo("plans.yaml");
    assertThat(finding.getInteger("line")).isPositive();
    assertThat(finding.getString("remedy")).isEqualTo("Did you mean 'minors'?");
    assertThat(jonas.get("/tables").body().getInteger("inForce")).isEqualTo(1);
  }

  @Test
  void whatDoesNotFitHowThingsStandIsSaidInWords() {
    draft("offer-timeout: 30s", "offer-timeout: 20s");

    assertThat(
            jonas
                .post("/tables/versions/2/publish", reason().put("over", 7))
                .body()
                .getString("detail"))
        .isEqualTo("Version 1 is in force, not 7. Look at the difference with it first.");
    assertThat(jonas.post("/tables/versions/1/publish", reason().put("over", 1)).status())
        .isEqualTo(409);
    assertThat(jonas.post("/tables/rollback", reason().put("over", 1)).body().getString("detail"))
        .isEqualTo("There is no version before this one.");
    assertThat(jonas.post("/tables/versions/2/approve", reason()).status()).isEqualTo(409);
    for (var unknown : List.of("99", "x", "0")) {
      var answer = jonas.get("/tables/versions/" + unknown);
      assertThat(answer.status()).as(unknown + answer.body().encode()).isEqualTo(404);
    }
    assertThat(jonas.post("/tables/versions/2/publish", new JsonObject().put("over", 1)).status())
        .as("without a reason")
        .isEqualTo(400);
    assertThat(
            jonas
                .post(
                    "/tables/versions",
                    reason()
                        .put("files", new JsonArray().add(file("../keys/vault.yaml", "lines: []"))))
                .status())
        .isEqualTo(400);
  }

  @Test
  void largeDraftIsTaken() {
    var text = "# " + "a comment of a large house ".repeat(30) + "\n";
    var draft =
        jonas.post(
            "/tables/versions",
            reason().put("files", new JsonArray().add(file("large.yaml", text.repeat(300)))));

    assertThat(draft.status()).isEqualTo(201);
  }

  @Test
  void switchesAreTurnedAndShown() {
    jonas.send("PUT", "/tables/mode", reason().put("mode", "surge").encode());
    var down = reason().put("down", true).put("forwardTo", "+12025550199");
    var state = jonas.send("PUT", "/tables/lines/demo", down.encode());

    assertThat(state.status()).isEqualTo(200);
    assertThat(state.body().getJsonObject("switches").getString("mode")).isEqualTo("surge");
    assertThat(state.body().getJsonObject("switches").getJsonArray("linesDown"))
        .containsExactly(new JsonObject().put("line", "demo").put("forwardTo", "+12025550199"));
    assertThat(
            jonas.send("PUT", "/tables/lines/none", reason().put("down", true).encode()).status())
        .isEqualTo(404);
    assertThat(deeds(jonas.get("/audit").body()))
        .containsExactly("published", "switched", "switched");
    assertThat(jonas.get("/audit").body().encode()).doesNotContain("2025550199");
  }

  @Test
  void responderAndSupervisorMayNot() {
    for (var name : List.of("lucia", "miriam")) {
      var other = rig.signedIn(name);
      assertThat(other.get("/tables").status()).isEqualTo(403);
      assertThat(other.post("/tables/rollback", reason().put("over", 1)).status()).isEqualTo(403);
      assertThat(other.send("PUT", "/tables/mode", reason().put("mode", "surge").encode()).status())
          .isEqualTo(403);
    }
  }

  private Api.Answer draft(String from, String to) {
    var files = jonas.get("/tables/versions/1").body().getJsonArray("content");
    var changed = new JsonArray();
    for (var one : files) {
      var file = (JsonObject) one;
      var text = Objects.requireNonNull(file.getString("text"));
      changed.add(file(Objects.requireNonNull(file.getString("name")), text.replace(from, to)));
    }
    return jonas.post("/tables/versions", reason().put("files", changed));
  }

  private static JsonObject file(String name, String text) {
    return new JsonObject().put("name", name).put("text", text);
  }

  private static JsonObject reason() {
    return new JsonObject().put("reason", "a quiet week");
  }

  private static List<String> faults(JsonObject answer) {
    return answer.getJsonArray("findings").stream()
        .map(finding -> Objects.requireNonNull(((JsonObject) finding).getString("fault")))
        .toList();
  }

  private static List<String> deeds(JsonObject log) {
    return log.getJsonArray("entries").stream()
        .map(entry -> Objects.requireNonNull(((JsonObject) entry).getString("deed")))
        .toList();
  }
}
