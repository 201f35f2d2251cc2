package org.havenline.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.havenline.console.Api;
import org.havenline.console.DeskRig;
import org.havenline.routingconfig.version.TableFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What would happen, asked over HTTP. Who may, is in the access matrix.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RehearsalApiIT {
  private static final Path TABLES = Path.of("../routing-config/tables");
  private static final String WEEK =
      "line: demo\nfrom: 2026-11-23\narrivals: {a-week: %d, risks: {elevated: 1}}\n";

  private DeskRig rig;
  private Api jonas;

  @BeforeAll
  void open() {
    rig = new DeskRig();
    jonas = rig.signedIn("jonas");
  }

  @AfterAll
  void close() {
    rig.close();
  }

  private static JsonObject draft(String old, String other) throws IOException {
    var files = new JsonObject();
    for (var name : TableFiles.SHIPPED) {
      files.put(name, Files.readString(TABLES.resolve(name)).replace(old, other));
    }
    return files;
  }

  private static JsonObject contact() {
    return new JsonObject()
        .put("channel", "SMS")
        .put("language", "es")
        .put("risk", "ELEVATED")
        .put("at", "2026-11-24T20:15:00-05:00");
  }

  @Test
  void routeSaysWhichRuleAndWhyNotTheOthers() {
    var answer = jonas.post("/routing/route", contact());
    assertThat(answer.status()).isEqualTo(200);
    var rules = answer.body().getJsonArray("rules");
    assertThat(rules.getJsonObject(3).getJsonArray("because").getString(0))
        .isEqualTo("risk >= HIGH: risk is ELEVATED");
    assertThat(rules.getJsonObject(4).getBoolean("matches")).isTrue();
    assertThat(answer.body().getJsonArray("steps")).isNotEmpty();
  }

  @Test
  void routeAnswersByADraftWithoutPuttingItInForce() throws IOException {
    var changed = contact().put("draft", draft("when: risk >= HIGH", "when: risk >= ELEVATED"));
    var rules = jonas.post("/routing/route", changed).body().getJsonArray("rules");
    assertThat(rules.getJsonObject(rules.size() - 1).getString("rule")).isEqualTo("high-risk");
    assertThat(jonas.post("/routing/route", contact()).body().getJsonArray("rules")).hasSize(5);
  }

  @Test
  void routeRefusesWhatIsNoTimeAndNoLine() {
    assertThat(jonas.post("/routing/route", contact().put("at", "2026-02-30T20:15:00Z")).status())
        .isEqualTo(400);
    assertThat(jonas.post("/routing/route", contact().put("at", "soon")).status()).isEqualTo(400);
    assertThat(jonas.post("/routing/route", contact().put("line", "none")).status()).isEqualTo(404);
  }

  @Test
  void simulateComparesLiveAndDraft() throws IOException {
    var body =
        new JsonObject()
            .put("scenario", WEEK.formatted(500))
            .put("draft", draft("when: risk >= HIGH", "when: risk >= ELEVATED"));
    var answer = jonas.post("/routing/simulate", body);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().getJsonArray("sides")).hasSize(2);
    assertThat(answer.body().getJsonObject("changes").getInteger("decidedOtherwise"))
        .isEqualTo(answer.body().getInteger("contacts"));
    assertThat(
            answer
                .body()
                .getJsonObject("changes")
                .getJsonArray("kinds")
                .getJsonObject(0)
                .getJsonArray("those"))
        .hasSize(50);
  }

  @Test
  void simulateTakesRecordedArrivals() {
    var body =
        new JsonObject()
            .put("scenario", "line: demo\nfrom: 2026-11-23\narrivals: {recorded: mine.csv}\n")
            .put("arrivals", "arrived,channel,language,risk\n2026-11-23T20:15,sms,es,high\n");
    assertThat(jonas.post("/routing/simulate", body).body().getInteger("contacts")).isEqualTo(1);
  }

  @Test
  void faultsAreFindingsWithTheirLine() throws IOException {
    var scenario = new JsonObject().put("scenario", WEEK.formatted(500).replace("demo", "dmeo"));
    var answer = jonas.post("/routing/simulate", scenario);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().getJsonArray("findings").getJsonObject(0).getInteger("line"))
        .isEqualTo(1);
    var broken = contact().put("draft", draft("when: risk >= HIGH", "when: risk >= HIHG"));
    var findings = jonas.post("/routing/route", broken);
    assertThat(findings.status()).isEqualTo(422);
    assertThat(findings.body().getJsonArray("findings").getJsonObject(0).getString("file"))
        .isEqualTo("plans.yaml");
  }

  @Test
  void whatIsTooLargeIsRefusedBeforeItIsPlayed() {
    var large = new JsonObject().put("scenario", WEEK.formatted(60_000));
    assertThat(jonas.post("/routing/simulate", large).status()).isEqualTo(422);
    var months = new JsonObject().put("scenario", WEEK.formatted(500) + "days: 32\n");
    assertThat(jonas.post("/routing/simulate", months).status()).isEqualTo(422);
    var body = new JsonObject().put("scenario", "x".repeat(3 * 1024 * 1024));
    assertThat(jonas.post("/routing/simulate", body).status()).isEqualTo(413);
  }
}
