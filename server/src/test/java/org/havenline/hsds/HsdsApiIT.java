package org.havenline.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.referral.hsds.OwnFields;
import org.havenline.referral.search.Sample;
import org.havenline.testing.RunningServer;
import org.havenline.testing.Soon;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The demo with its sample directory, published.
class HsdsApiIT {
  private static final List<ObjectNode> DOCUMENTS = Sample.documents();
  private static final Set<String> PUBLIC =
      DOCUMENTS.stream()
          .filter(one -> !OwnFields.confidential(one))
          .filter(one -> one.path("status").asText().equals("active"))
          .filter(one -> OwnFields.of(one).path("vetting").asText().equals("vetted"))
          .map(one -> one.path("id").asText())
          .collect(Collectors.toSet());

  private static RunningServer server;
  private static Reader api;

  @BeforeAll
  static void start() {
    server =
        RunningServer.start(InstantSource.system(), Map.of("HAVENLINE_PUBLISH_DIRECTORY", "true"));
    api = new Reader(server.url());
    Soon.holds(() ->
        assertThat(api.json("/hsds/services?per_page=1").getInteger("total_items"))
            .isEqualTo(PUBLIC.size()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void everyAnswerIsAsTheOfficialSchemasWantIt() {
    var schemas = new Schemas();
    assertThat(schemas.faults("compiled/service", new JsonObject())).isNotEmpty();

    var about = api.json("/hsds/");
    assertThat(about.fieldNames()).containsExactlyInAnyOrder("version", "profile", "openapi_url");
    assertThat(about.getString("version")).isEqualTo("3.1");

    int documents =
        valid(schemas, "services", "service_list", "")
            + valid(schemas, "services", "service", "full=true")
            + valid(schemas, "organizations", "organization_list", "")
            + valid(schemas, "organizations", "organization", "full=true")
            + valid(schemas, "organizations", "organization", "full=true&full_service=true")
            + valid(schemas, "service_at_locations", "service_at_location_list", "")
            + valid(schemas, "service_at_locations", "service_at_location", "full=true");
    documents +=
        api.all("taxonomies", "").stream().mapToInt(one -> valid(schemas, "taxonomy", one)).sum();
    documents +=
        api.all("taxonomy_terms", "").stream()
            .mapToInt(one -> valid(schemas, "taxonomy_term", one))
            .sum();
    for (var list : List.of("services", "organizations", "service_at_locations")) {
      var schema = "compiled/" + list.substring(0, list.length() - 1);
      for (var one : api.all(list, "").subList(0, 20)) {
        documents += valid(schemas, schema, api.json("/hsds/" + list + "/" + one.getString("id")));
      }
    }
    System.out.println("HSDS API: " + documents + " documents valid");
  }

  @Test
  void nothingOfAConfidentialOrUnvettedServiceIsToldAndNothingForStaff() {
    var told =
        Stream.of(
                "services?full=true",
                "services",
                "services?minimal=true",
                "organizations?full=true&full_service=true",
                "service_at_locations?full=true",
                "taxonomies",
                "taxonomy_terms")
            .map(list ->
                api.get("/hsds/" + list + (list.contains("?") ? "&" : "?") + "format=ndjson"))
            .map(HttpResponse::body)
            .collect(Collectors.joining());
    var hidden =
        DOCUMENTS.stream().filter(one -> !PUBLIC.contains(one.path("id").asText())).toList();
    assertThat(hidden).hasSizeGreaterThan(15);
    for (var one : hidden) {
      var id = one.path("id").asText();
      assertThat(marks(one).filter(told::contains)).as(id).isEmpty();
      assertThat(api.get("/hsds/services/" + id).statusCode()).isEqualTo(404);
    }
    assertThat(
            Stream.of(
                    "survivor_notes referral_method vetting assurer_email contacts capacities"
                        .split(" ", -1),
                    new String[] {"metadata", "\"area\"", "confidential", "Fallow Field"})
                .flatMap(Stream::of)
                .filter(told::contains))
        .isEmpty();
    assertThat(told.contains("Night shelter for men")).isTrue();
  }

  /// By what a hidden service would be known; of a confidential one also where and how to reach it.
  private static Stream<String> marks(ObjectNode service) {
    var known = Stream.of(service.path("id").asText(), "\"" + service.path("name").asText() + "\"");
    if (!OwnFields.confidential(service)) {
      return known;
    }
    var location = service.at("/service_at_locations/0/location");
    var place =
        "\"latitude\":%s,\"longitude\":%s"
            .formatted(location.path("latitude").asText(), location.path("longitude").asText());
    return Stream.of(
            known,
            service.path("phones").findValuesAsText("number").stream(),
            service.findValuesAsText("address_1").stream(),
            location.has("latitude") ? Stream.of(place) : Stream.<String>empty())
        .flatMap(all -> all);
  }

  @Test
  void filtersAddUp() {
    assertThat(api.ids("services", "")).isEqualTo(PUBLIC);
    var shelter = term("shelter");
    var shelters = api.ids("services", "taxonomy_term_id=" + shelter);
    assertThat(shelters).isNotEmpty().isEqualTo(having("shelter"));
    assertThat(api.names("services", "search=men&taxonomy_term_id=" + shelter))
        .contains("Night shelter for men")
        .doesNotContain("County shelter");
    assertThat(api.names("services", "search=ALBERGUE+familiar")).containsExactly("Family shelter");
    var organization =
        api.all("services", "search=night+shelter+men").getFirst().getJsonObject("organization");
    assertThat(api.names("services", "organization_id=" + organization.getString("id")))
        .contains("Night shelter for men", "Football on Sundays")
        .doesNotContain("Family shelter");
    assertThat(api.ids("services", "modified_after=2026-11-01T00:00:00Z"))
        .isNotEmpty()
        .isNotEqualTo(PUBLIC);
    assertThat(
            api.ids(
                "services", "taxonomy_id=" + api.all("taxonomies", "").getFirst().getString("id")))
        .isEqualTo(PUBLIC);
    assertThat(api.ids("services", "taxonomy_id=none")).isEmpty();
    assertThat(api.names("organizations", "taxonomy_term_id=" + term("return")))
        .containsExactly("Homeward Tide");
    assertThat(api.all("taxonomy_terms", "top_only=true")).hasSize(32);
    assertThat(api.all("taxonomy_terms", "search=interpreters"))
        .extracting(one -> one.getString("code"))
        .containsExactly("interpretation");
  }

  @Test
  void placesAreFoundByPostcodeAndByNearness() {
    var at = postcodes("postcode=02860");
    assertThat(at).containsOnly("02860");
    assertThat(postcodes("postcode=02860&proximity=6000")).contains("02860", "02863");
    assertThat(postcodes("postcode=02860&proximity=100000")).contains("02840", "02740");
    assertThat(postcodes("postcode=99999&proximity=6000")).isEmpty();
  }

  @Test
  void pagesTogetherAreTheListAndLinesAreAllOfIt() {
    var seen = new ArrayList<String>();
    for (int page = 1; page <= (PUBLIC.size() + 29) / 30; page++) {
      var one = api.json("/hsds/services?per_page=30&page=" + page);
      assertThat(one.getInteger("size")).isEqualTo(one.getJsonArray("contents").size());
      assertThat(one.getBoolean("first_page")).isEqualTo(page == 1);
      assertThat(one.getBoolean("last_page")).isEqualTo(page * 30 >= PUBLIC.size());
      api.contents(one).forEach(it -> seen.add(it.getString("id")));
    }
    assertThat(seen).doesNotHaveDuplicates().hasSameElementsAs(PUBLIC);
    var beyond = api.json("/hsds/services?page=1000");
    assertThat(beyond.getBoolean("empty")).isTrue();
    var lines = api.get("/hsds/services?format=ndjson");
    assertThat(lines.headers().firstValue("content-type")).contains("application/x-ndjson");
    assertThat(lines.body().lines().map(line -> new JsonObject(line).getString("id")))
        .hasSameElementsAs(PUBLIC);
    assertThat(api.contents(api.json("/hsds/services?minimal=true&per_page=3")))
        .hasSize(PUBLIC.size())
        .allSatisfy(
            one -> assertThat(one.fieldNames()).containsExactlyInAnyOrder("id", "modified_date"));
  }

  @Test
  void whatIsLookedForMayBePosted() {
    var asked = api.json("/hsds/services?search=shelter&per_page=3");
    var path = "/hsds/services";
    var form = "application/x-www-form-urlencoded";
    assertThat(api.post(path, form, "search=shelter&per_page=3")).isEqualTo(asked);
    assertThat(api.post(path, "application/json", "{\"search\": \"shelter\", \"per_page\": 3}"))
        .isEqualTo(asked);
    for (var list :
        List.of("organizations", "service_at_locations", "taxonomies", "taxonomy_terms")) {
      assertThat(api.post("/hsds/" + list, form, "per_page=2"))
          .isEqualTo(api.json("/hsds/" + list + "?per_page=2"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "services?page=0",
        "services?page=one",
        "services?per_page=-1",
        "services?full=perhaps",
        "services?format=xml",
        "services?modified_after=yesterday",
        "service_at_locations?proximity=5",
        "service_at_locations?postcode=02860&proximity=near"
      })
  void nonsenseIsAnsweredWithASentence(String path) {
    var answer = api.get("/hsds/" + path);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(new JsonObject(answer.body()).getString("detail")).endsWith(".");
  }

  @Test
  void brokenBodiesAndUnknownIdsAreRefused() {
    assertThat(api.sent("/hsds/services", "application/json", "{").statusCode()).isEqualTo(400);
    assertThat(api.sent("/hsds/services", "application/json", "[]").statusCode()).isEqualTo(400);
    assertThat(api.sent("/hsds/services", "text/plain", "a".repeat(9_000)).statusCode())
        .isEqualTo(413);
    for (var list : List.of("services", "organizations", "service_at_locations", "taxonomies")) {
      assertThat(api.get("/hsds/" + list + "/unknown").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void nobodyReadsItUnlessTheAdministratorSaysSo() {
    try (var quiet = RunningServer.start(InstantSource.system())) {
      assertThat(new Reader(quiet.url()).get("/hsds/services").statusCode()).isEqualTo(404);
    }
  }

  private static int valid(Schemas schemas, String list, String schema, String query) {
    return api.all(list, query).stream()
        .mapToInt(one -> valid(schemas, "compiled/" + schema, one))
        .sum();
  }

  private static int valid(Schemas schemas, String schema, JsonObject one) {
    assertThat(schemas.faults(schema, one)).as("%s %s", schema, one.getString("id")).isEmpty();
    return 1;
  }

  private static Set<String> postcodes(String query) {
    var found = new TreeSet<String>();
    for (var one : api.all("service_at_locations", "full=true&" + query)) {
      var addresses = one.getJsonObject("location").getJsonArray("addresses");
      addresses.stream()
          .map(JsonObject.class::cast)
          .forEach(it -> found.add(it.getString("postal_code")));
    }
    return found;
  }

  private static String term(String code) {
    return api.all("taxonomy_terms", "").stream()
        .filter(one -> one.getString("code").equals(code))
        .map(one -> URLEncoder.encode(one.getString("id"), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> having(String kind) {
    return DOCUMENTS.stream()
        .filter(one -> OwnFields.of(one).path("kinds").toString().contains("\"" + kind + "\""))
        .map(one -> one.path("id").asText())
        .filter(PUBLIC::contains)
        .collect(Collectors.toSet());
  }
}
