package org.havenline.console.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.havenline.console.Api;
import org.havenline.console.DeskRig;
import org.havenline.console.api.Call;
import org.havenline.console.api.StaffOperation;
import org.havenline.console.staff.Sessions.Session;
import org.havenline.console.staff.SignedIn;
import org.havenline.contact.ResponderId;
import org.havenline.http.Request;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The directory filled and given out by the API, as the page of the console does.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportApiIT {
  private static final String ONE =
      "{\"id\": \"%s\", \"name\": \"%s\", \"status\": \"active\", \"organization\": {\"id\": \"o\","
          + " \"name\": \"Org\"}}\n";

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

  @Test
  void anAdministratorSeesWhatAnImportWouldChangeBeforeItDoes() {
    var asked =
        asked("partner", file("list.ndjson", ONE.formatted("one", "First") + "no record\n"));

    var shown = looked(asked);
    assertThat(shown.getJsonArray("added"))
        .containsExactly(new JsonObject().put("service", "one").put("name", "First"));
    assertThat(shown.getJsonArray("files").getJsonObject(0).getInteger("leftOut")).isEqualTo(1);
    assertThat(shown.getJsonArray("findings"))
        .containsExactly(
            new JsonObject()
                .put("kind", "rejected")
                .put("file", "list.ndjson")
                .put("field", "")
                .put("reason", "no JSON")
                .put("rows", new JsonArray().add(2))
                .put("count", 1));
    assertThat(looked(asked)).isEqualTo(shown);

    var done = applied(asked, shown).body();
    assertThat(done.getJsonArray("added")).hasSize(1);
    assertThat(done.getJsonArray("skipped")).isEmpty();
    var again = looked(asked);
    assertThat(again.getJsonArray("added")).isEmpty();
    assertThat(again.getInteger("unchanged")).isEqualTo(1);
  }

  @Test
  void nothingIsDoneThatIsNotWhatWasShown() {
    var asked = asked("two", file("a.ndjson", ONE.formatted("seen", "Seen")));
    var shown = looked(asked);
    assertThat(applied(asked, shown).status()).isEqualTo(200);

    var twice = applied(asked, shown);
    assertThat(twice.status()).as("the same again").isEqualTo(409);
    assertThat(twice.body().getString("detail")).contains("look again");

    var other = asked("two", file("a.ndjson", ONE.formatted("unseen", "Unseen")));
    assertThat(applied(other, shown).status()).as("another file").isEqualTo(409);
    assertThat(looked(other).getJsonArray("added")).hasSize(1);
  }

  @Test
  void thePackageOfTablesIsReadAsOneAndItsSourceIsNamed() {
    var asked =
        asked(
            "tables",
            file("organizations.csv", "id,name,description\no-1,Harbour,Help\n"),
            file("services.csv", "id,organization_id,name,status\ns-1,o-1,Advice,active\n"),
            file("datapackage.json", "{\"name\": \"x\"}"),
            file("read me.txt", "nothing"));

    var shown = looked(asked);
    assertThat(shown.getJsonArray("added").getJsonObject(0).getString("name")).isEqualTo("Advice");
    assertThat(shown.getJsonArray("files")).hasSize(2);
    applied(asked, shown);
    assertThat(jonas.get("/services/sources").body().getJsonArray("sources"))
        .contains(new JsonObject().put("name", "tables").put("services", 1));
  }

  @Test
  void manyFindingsOfOneKindAreOne() {
    var lines =
        IntStream.range(0, 10_000).mapToObj(i -> "broken").collect(Collectors.joining("\n"));

    var findings = looked(asked("many", file("a.ndjson", lines))).getJsonArray("findings");

    assertThat(findings).hasSize(1);
    assertThat(findings.getJsonObject(0).getInteger("count")).isEqualTo(10_000);
    assertThat(findings.getJsonObject(0).getJsonArray("rows")).hasSize(1_000);
  }

  @Test
  void whatCannotBeReadIsRefusedInWords() {
    assertThat(refused(asked("x", file("a.txt", "a")))).contains("no .csv, .json");
    assertThat(refused(asked("x", file("a.json", "{}"), file("a.json", "{}"))))
        .contains("the same name");
    assertThat(jonas.post("/services/imports", asked("x", file("../a.json", "{}"))).status())
        .isEqualTo(400);
  }

  @Test
  void theDirectoryIsGivenOutWithoutConfidentialPlacesAndComesBackUnchanged() {
    var secret =
        """
        {"id": "hidden", "name": "House", "status": "active", "havenline": {"confidential": true},
         "service_at_locations": [{"id": "at", "location": {"id": "l", "location_type": "physical",
         "latitude": 42.9012, "longitude": -78.8034,
         "addresses": [{"id": "a", "address_1": "17 Quiet Lane", "city": "Buffalo",
         "state_province": "NY", "postal_code": "14201", "country": "US",
         "address_type": "physical"}]}}]}
        """
            .replace("\n", "");
    var asked = asked("out", file("s.ndjson", secret + "\n" + ONE.formatted("told", "Told")));
    applied(asked, looked(asked));

    var out = exported();

    assertThat(out)
        .contains("\"Told\"")
        .contains("\"House\"")
        .doesNotContain("Quiet Lane", "42.90");
    var back = looked(asked("out", file("directory.json", out)));
    assertThat(back.getJsonArray("added")).isEmpty();
    assertThat(back.getJsonArray("changed")).isEmpty();
    assertThat(rig.directory.audit())
        .anyMatch(one -> one.deed().equals("exported") && one.author().name().equals("jonas"));
  }

  @Test
  void aDirectoryTooLargeForTheMemoryIsRefusedAndTheNextOneIsServed() {
    Map<String, StaffOperation> operations = new HashMap<>();
    new ExportOperation(rig.directory, 1).addTo(operations);
    var export = Objects.requireNonNull(operations.get("exportServices"));
    var request = new Request("GET", "/", "/", Map.of(), Map.of(), Map.of(), new byte[0]);
    var who =
        new SignedIn(
            rig.tables.responders().getFirst(), new Session("x", new ResponderId("jonas")));

    for (int i = 0; i < 2; i++) {
      assertThat(export.answer(who, new Call(request)).status()).isEqualTo(413);
    }
  }

  private String exported() {
    try (var http = java.net.http.HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(rig.url.resolve("/api/v1/services/export"))
                  .header("authorization", "Bearer " + jonas.token())
                  .build(),
              java.net.http.HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonObject file(String name, String text) {
    return new JsonObject().put("name", name).put("text", text);
  }

  private static JsonObject asked(String source, JsonObject... files) {
    return new JsonObject().put("source", source).put("files", new JsonArray(List.of(files)));
  }

  private JsonObject looked(JsonObject asked) {
    var answer = jonas.post("/services/imports", asked);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private Api.Answer applied(JsonObject asked, JsonObject shown) {
    var apply = asked.copy().put("apply", true).put("shown", shown.getString("shown"));
    return jonas.post("/services/imports", apply);
  }

  private String refused(JsonObject asked) {
    var answer = jonas.post("/services/imports", asked);
    assertThat(answer.status()).isEqualTo(400);
    return answer.body().getString("detail");
  }
}
