package org.havenline.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.havenline.audit.AuditChain;
import org.havenline.audit.Author;
import org.havenline.referral.exports.Export;
import org.havenline.testing.Soon;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Free places, from the phone of a service to the search, on a whole rig.server.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CapacityIT {
  private static final String AGAIN = "Das war nicht klar.";
  private static final String REMINDER = "Wie viele Plätze sind jetzt frei?";

  private PlacesRig rig;

  @BeforeAll
  void open(@TempDir Path folder) {
    rig = new PlacesRig(folder);
  }

  @AfterAll
  void close() {
    rig.close();
  }

  @BeforeEach
  void nobodyIsInAConversation() {
    rig.clock.move(Duration.ofSeconds(1));
    rig.redis.call("DEL", "{demo}:asked-again:" + rig.person(Service.NUMBER));
    rig.redis.call("DEL", "{demo}:person:" + rig.person(Service.NUMBER));
  }

  @Test
  void aTextOfPlacesIsFoundWithWhatAndHowOld() {
    long contacts = rig.contacts();
    rig.texts("3 Frauen 1 Familie");
    Soon.holds(() -> assertThat(rig.places()).contains(Map.of("women", 3, "families", 1)));
    assertThat(rig.reason().orElseThrow().free()).isEqualTo(4);
    rig.clock.move(Duration.ofHours(3));
    // a search is remembered for a minute
    assertThat(rig.reason().orElseThrow().age())
        .isBetween(Duration.ofMinutes(179), Duration.ofMinutes(181));
    assertThat(rig.contacts()).isEqualTo(contacts);

    rig.texts("voll");
    Soon.holds(() -> assertThat(rig.places()).contains(Map.of("women", 0, "families", 0)));
    var last = rig.directory.audit().getLast();
    assertThat(last.author() + " " + last.deed() + " " + last.reason())
        .isEqualTo("(the service) reported by text");
    assertThat(new AuditChain(rig.keys.pseudonyms()).firstBroken(rig.directory.audit())).isEmpty();
  }

  @Test
  void howLongItTakesIsMeasured() {
    var millis = new ArrayList<Long>();
    for (int n = 0; n < 20; n++) {
      var wanted = Map.of("women", n % 12);
      rig.texts(n % 12 + " Frauen");
      long acknowledged = System.nanoTime();
      await()
          .pollInterval(Duration.ofMillis(1))
          .until(() -> rig.places().equals(Optional.of(wanted)));
      millis.add((System.nanoTime() - acknowledged) / 1_000_000);
    }
    Collections.sort(millis);
    System.out.println("from the answer to a text until a search shows it, ms: " + millis);
  }

  @Test
  void importedAgainNothingIsChangedAndTheReportIsExported() throws IOException {
    rig.texts("2 Frauen");
    Soon.holds(() -> assertThat(rig.places()).contains(Map.of("women", 2)));

    assertThat(Service.imported(rig.directory).unchanged()).isEqualTo(1);
    assertThat(rig.places()).contains(Map.of("women", 2));
    var out = new StringWriter();
    new Export(rig.directory).json(out, true, true, Author.FILES);
    assertThat(out.toString())
        .contains("\"available\":2", "\"maximum\":12")
        .doesNotContain("\"available\":9");
    assertThat(rig.directory.stored(Service.ROWAN).orElseThrow().toString())
        .contains("\"available\":9");
  }

  @Test
  void theSameTextFromAnUnknownNumberIsAContactAndChangesNothing() {
    var before = rig.directory.reports().of(Service.ROWAN);
    rig.becomesAContact(rig.stranger(), "5 women 5 families");
    assertThat(rig.directory.reports().of(Service.ROWAN)).isEqualTo(before);
  }

  @Test
  void whatSomebodyWritesFromThatPhoneIsAContactAndEveryFigureInItAnAnswer() {
    var before = rig.directory.reports().of(Service.ROWAN);
    rig.becomesAContact(Service.NUMBER, "2 Männer vor der Tür");
    long messages = rig.messages();

    rig.texts("2 Betten");
    rig.texts("voll");
    Soon.holds(() -> assertThat(rig.messages()).isEqualTo(messages + 2));
    assertThat(rig.directory.reports().of(Service.ROWAN)).isEqualTo(before);
  }

  @Test
  void menInAHouseThatTakesWomenAreForAPersonToRead() {
    var before = rig.directory.reports().of(Service.ROWAN);
    rig.becomesAContact(Service.NUMBER, "2 Männer");
    assertThat(rig.directory.reports().of(Service.ROWAN)).isEqualTo(before);
  }

  @Test
  void unclearFiguresAreAskedAgainThreeTimesAndThenReadByAPerson() {
    var before = rig.directory.reports().of(Service.ROWAN);
    long contacts = rig.contacts();
    long asked = rig.asked(AGAIN);
    for (var text : List.of("3-4 Frauen", "13 Frauen", "-1 Frauen")) {
      rig.texts(text);
    }
    Soon.holds(() -> assertThat(rig.asked(AGAIN)).isEqualTo(asked + 3));
    assertThat(rig.contacts()).isEqualTo(contacts);

    rig.becomesAContact(Service.NUMBER, "3/4 Frauen");
    assertThat(rig.directory.reports().of(Service.ROWAN)).isEqualTo(before);
  }

  @Test
  void anOldFigureIsAskedForOnceByDay() {
    rig.texts("1 Frau");
    Soon.holds(() -> assertThat(rig.places()).contains(Map.of("women", 1)));
    long asked = rig.asked(REMINDER);

    rig.clock.move(Duration.ofHours(27)); // past noon in New York
    Soon.holds(() -> assertThat(rig.asked(REMINDER)).isEqualTo(asked + 1));
    rig.texts("2 Frauen");
    Soon.holds(() -> assertThat(rig.places()).contains(Map.of("women", 2)));
  }

  @Test
  void theServiceSaysItOnItsPrivatePage() throws Exception {
    rig.texts("4 Frauen");
    Soon.holds(() -> assertThat(rig.places()).contains(Map.of("women", 4)));
    rig.clock.move(Duration.ofHours(2));
    var admin = rig.server.signedIn("jonas");
    var path = "/services/" + Service.ROWAN.value() + "/links";
    var issued = admin.post(path, new JsonObject().put("reason", "asked by phone"));
    var link = URI.create(issued.body().getString("url"));

    var page = rig.get(link);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("lang=\"de\"", "Frauen: <b>4</b>", "vor 2 Stunden")
        .doesNotContainIgnoringCase("haven")
        .doesNotContain("<script", "http", "Rowan");
    assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'none'", "form-action 'self'");
    assertThat(page.headers().firstValue("referrer-policy")).contains("no-referrer");
    assertThat(rig.get(URI.create(link + "?l=ar")).body()).contains("dir=\"rtl\"", "نساء");

    assertThat(rig.post(link, "women=٢&families=1").statusCode()).isEqualTo(303);
    Soon.holds(() -> assertThat(rig.places()).contains(Map.of("women", 2, "families", 1)));
    for (var wrong :
        List.of("women=-1", "women=501", "women=x", "", "women=1&beds=1", "women=13")) {
      assertThat(rig.post(link, wrong).statusCode()).as(wrong).isEqualTo(400);
    }
    assertThat(rig.places()).contains(Map.of("women", 2, "families", 1));
    rig.clock.move(Duration.ofSeconds(1));
    assertThat(rig.post(link, "full=1").statusCode()).isEqualTo(303);
    Soon.holds(() -> assertThat(rig.places()).contains(Map.of("women", 0, "families", 0)));

    admin.send("DELETE", path, new JsonObject().put("reason", "lost").encode());
    assertThat(rig.get(link).statusCode()).isEqualTo(404);
    assertThat(rig.post(link, "women=3").statusCode()).isEqualTo(404);
    assertThat(rig.get(URI.create(link + "x")).statusCode()).isEqualTo(404);
  }

  @Test
  void aResponderNotesWhatWasSaidOnThePhone() {
    var lucia = rig.server.signedIn("lucia");
    var path = "/services/" + Service.ROWAN.value() + "/capacity";

    assertThat(lucia.post(path, free("women", 6)).status()).isEqualTo(204);
    Soon.holds(() -> assertThat(rig.places()).contains(Map.of("women", 6)));
    assertThat(rig.directory.audit().getLast().author()).isEqualTo(new Author("lucia"));
    for (var wrong : List.of(free("women", 13), free("women", 501), free("dogs", 1))) {
      assertThat(lucia.post(path, wrong).status()).isEqualTo(400);
    }
    assertThat(lucia.post("/services/none/capacity", free("women", 1)).status()).isEqualTo(404);
  }

  @Test
  void theStoreDoesNotTellTheNumber() throws IOException {
    rig.texts("5 Frauen");
    Soon.holds(() -> assertThat(rig.places()).contains(Map.of("women", 5)));

    assertThat(rig.everything()).doesNotContain(Service.NUMBER.substring(1));
    rig.redis.call("SET", "{directory}:leak", Service.NUMBER);
    assertThat(rig.everything()).contains(Service.NUMBER.substring(1));
    rig.redis.call("DEL", "{directory}:leak");
  }

  private static JsonObject free(String unit, int n) {
    return new JsonObject().put("free", new JsonObject().put(unit, n));
  }
}
