package org.havenline.console.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.havenline.console.Api;
import org.havenline.console.DeskRig;
import org.havenline.referral.directory.Place;
import org.havenline.referral.directory.Point;
import org.havenline.referral.directory.Standing.Vetting;
import org.havenline.referral.eligibility.Answer;
import org.havenline.referral.eligibility.Children;
import org.havenline.referral.eligibility.Eligibility;
import org.havenline.referral.eligibility.Gender;
import org.havenline.referral.hsds.Grid;
import org.havenline.referral.search.Made;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Searching for services by the API, as the panel of the desk does.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServicesApiIT {
  private static final Point SECRET = new Point(42.9012, -78.8034);

  private DeskRig rig;
  private Api lucia;

  @BeforeAll
  void open() throws InterruptedException {
    rig = new DeskRig();
    lucia = rig.signedIn("lucia");
    put(
        Made.service("women")
            .named("House for women")
            .by("North")
            .kind("shelter")
            .takes(women())
            .at(new Place.At(new Point(42.9, -78.8), "1 Elm Street, Buffalo, NY", "Buffalo, NY")),
        Made.service("families")
            .named("House for families")
            .by("South")
            .kind("shelter")
            .at(Grid.area(SECRET, "Niagara"))
            .speaks("ti"),
        Made.service("law").named("Advocates").by("Court side").kind("legal"),
        Made.service("new").named("Nobody looked").kind("food").vetting(Vetting.NOT_VETTED));
  }

  @AfterAll
  void close() {
    rig.close();
  }

  private void put(Made... services) throws InterruptedException {
    long last = 0;
    for (var one : services) {
      var made = one.made();
      last = rig.services.replace(made.service(), List.of(made));
    }
    rig.services.await(last);
  }

  private static Eligibility women() {
    var none = Eligibility.NOT_SAID;
    return new Eligibility(
        Set.of(Gender.WOMAN),
        none.trans(),
        none.youngest(),
        none.oldest(),
        new Children(Answer.NO, none.youngest(), none.youngest(), none.youngest()),
        none.needs(),
        none.exploitation(),
        none.conditions());
  }

  @Test
  void aShelterForAWomanWithABoyOfFourteenIsTheOneThatTakesHim() {
    var boy = new JsonObject().put("gender", "man").put("age", 14);
    var found =
        search(
            new JsonObject()
                .put("kinds", new JsonArray().add("shelter"))
                .put("gender", "woman")
                .put("children", new JsonArray().add(boy))
                .put("languages", new JsonArray().add("ti")));

    assertThat(names(found)).containsExactly("House for families");
    var reasons = found.getJsonArray("services").getJsonObject(0).getJsonArray("reasons");
    assertThat(reasons)
        .contains(
            new JsonObject().put("about", "speaks").put("text", "speaks Tigrinya"),
            new JsonObject().put("about", "of-kind").put("text", "is of the kind Shelter"));
  }

  @Test
  void ofAConfidentialPlaceOnlyItsAreaIsTold() {
    var found = search(new JsonObject().put("text", "families"));

    var service = found.getJsonArray("services").getJsonObject(0);
    assertThat(service.getBoolean("confidential")).isTrue();
    assertThat(service.getString("area")).isEqualTo("Niagara");
    assertThat(found.encode()).doesNotContain("42.9").doesNotContain("78.8");
  }

  @Test
  void whatNobodyHasVettedIsShownOnlyToWhoAsksAndSaysSo() {
    var food = new JsonObject().put("kinds", new JsonArray().add("food"));
    assertThat(names(search(food))).isEmpty();

    var service = search(food.put("unvetted", true)).getJsonArray("services").getJsonObject(0);

    assertThat(service.getBoolean("vetted")).isFalse();
  }

  @Test
  void ofNoneItIsSaidWhyAndWhatThereIsInstead() {
    var found =
        search(
            new JsonObject()
                .put("kinds", new JsonArray().add("shelter"))
                .put("gender", "man")
                .put("languages", new JsonArray().add("xx")));

    assertThat(found.getInteger("total")).isZero();
    assertThat(found.getJsonArray("because")).contains("the language");
    assertThat(found.getJsonArray("instead").stream().map(JsonObject.class::cast))
        .filteredOn(one -> one.getString("without").equals("the language"))
        .singleElement()
        .satisfies(one -> assertThat(names(one)).containsExactly("House for families"));
  }

  @Test
  void aWordOfHersInItsOwnLanguageIsEnough() {
    assertThat(names(search(new JsonObject().put("text", "abogado")))).containsExactly("Advocates");
  }

  @Test
  void choicesAreTheKindsWithTheirSignsAndTheTownsOfPublicPlaces() {
    var choices = lucia.get("/services/choices?language=es").body();

    assertThat(choices.getJsonArray("towns").getJsonObject(0).getString("name"))
        .isEqualTo("Buffalo, NY");
    var shelter = choices.getJsonArray("kinds").getJsonObject(0);
    assertThat(shelter.getString("code")).isEqualTo("shelter");
    assertThat(shelter.getString("label")).isNotEqualTo("Shelter");
    assertThat(shelter.getJsonArray("signs")).contains("escaping");
    assertThat(choices.getJsonArray("towns")).hasSize(1);
  }

  @Test
  void lettersAreSuggestedAsKindsAndOrganisations() {
    var suggestions = lucia.get("/services/suggestions?typed=cou").body();

    assertThat(suggestions.getJsonArray("suggestions"))
        .contains(new JsonObject().put("text", "Court side"));
  }

  @Test
  void whatIsNoSearchIsRefusedWithAReason() {
    assertThat(status("{\"near\":{\"latitude\":91,\"longitude\":0,\"km\":1}}")).isEqualTo(400);
    assertThat(status("{\"age\":-1}")).isEqualTo(400);
    assertThat(status("{\"gender\":\"WOMAN\"}")).isEqualTo(400);
    assertThat(status("{\"immigration\":\"x\"}")).isEqualTo(400);
    assertThat(status("{\"text\":\"%s\"}".formatted("x".repeat(301)))).isEqualTo(400);
  }

  private int status(String body) {
    return lucia.send("POST", "/services/search", body).status();
  }

  private JsonObject search(JsonObject body) {
    var answer = lucia.post("/services/search", body);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private static Stream<String> names(JsonObject found) {
    return found.getJsonArray("services").stream().map(one -> ((JsonObject) one).getString("name"));
  }
}
