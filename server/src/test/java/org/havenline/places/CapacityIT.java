package org.havenline.places;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.havenline.audit.AuditChain;
import org.havenline.audit.Author;
import org.havenline.privacy.Keys;
import org.havenline.redis.Redis;
import org.havenline.referral.exports.Export;
import org.havenline.referral.hsds.reading.Reading;
import org.havenline.referral.search.ServiceSearch;
import org.havenline.referral.search.answer.Found;
import org.havenline.referral.search.answer.Reason;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.ask.Viewer;
import org.havenline.referral.search.index.ServiceIndex;
import org.havenline.referral.stored.Directory;
import org.havenline.referral.stored.DirectoryChange;
import org.havenline.referral.stored.Following;
import org.havenline.referral.stored.StoredServices;
import org.havenline.referral.taxonomy.Taxonomy;
import org.havenline.testing.HandClock;
import org.havenline.testing.RealRedis;
import org.havenline.testing.RunningServer;
import org.havenline.testing.Soon;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Free places, from the phone of a service to the search, on a whole server.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CapacityIT {
  private static final String AGAIN = "Das war nicht klar.";
  private static final String REMINDER = "Wie viele Plätze sind jetzt frei?";

  private final HandClock clock = HandClock.atNoon();
  private final RealRedis store = RealRedis.durable(RealRedis.Version.EMBEDDED);
  private final Redis redis = Redis.open(store.address());
  private final Taxonomy taxonomy = Taxonomy.shipped();
  private final HttpClient http = HttpClient.newHttpClient();
  private RunningServer server;
  private Keys keys;
  private Directory directory;
  private ServiceIndex index;
  private Following following;
  private int strangers;

  @BeforeAll
  void open(@TempDir Path folder) {
    var settings = RunningServer.settings();
    settings.put("HAVENLINE_REDIS_URL", store.address().uri().toString());
    server = RunningServer.start(clock, settings);
    keys = Keys.open(Path.of(settings.get("HAVENLINE_DATA_DIR")).resolve("keys"), redis);
    directory = new Directory(redis, keys.vault(), keys.pseudonyms(), clock);
    Service.imported(directory);
    var reading = new Reading(ZoneOffset.UTC, taxonomy);
    index = ServiceIndex.open(folder, new StoredServices(directory, reading));
    following = new Following(directory, redis, reading, 0, this::take, () -> true);
  }

  private void take(DirectoryChange change) {
    if (change instanceof DirectoryChange.Present(_, var revision, var read)) {
      index.put(read, Long.toString(revision));
    }
  }

  @AfterAll
  void close() {
    following.close();
    index.close();
    server.close();
    redis.close();
    store.close();
  }

  @BeforeEach
  void nobodyIsInAConversation() {
    clock.move(Duration.ofSeconds(1));
    redis.call("DEL", "{demo}:asked-again:" + person(Service.NUMBER));
    redis.call("DEL", "{demo}:person:" + person(Service.NUMBER));
  }

  @Test
  void aTextOfPlacesIsFoundWithWhatAndHowOld() {
    long contacts = contacts();
    texts("3 Frauen 1 Familie");
    Soon.holds(() -> assertThat(places()).contains(Map.of("women", 3, "families", 1)));
    assertThat(reason().orElseThrow().free()).isEqualTo(4);
    clock.move(Duration.ofHours(3));
    // a search is remembered for a minute
    assertThat(reason().orElseThrow().age())
        .isBetween(Duration.ofMinutes(179), Duration.ofMinutes(181));
    assertThat(contacts()).isEqualTo(contacts);

    texts("voll");
    Soon.holds(() -> assertThat(places()).contains(Map.of("women", 0, "families", 0)));
    var last = directory.audit().getLast();
    assertThat(last.author() + " " + last.deed() + " " + last.reason())
        .isEqualTo("(the service) reported by text");
    assertThat(new AuditChain(keys.pseudonyms()).firstBroken(directory.audit())).isEmpty();
  }

  @Test
  void howLongItTakesIsMeasured() {
    var millis = new ArrayList<Long>();
    for (int n = 0; n < 20; n++) {
      var wanted = Map.of("women", n % 12);
      texts(n % 12 + " Frauen");
      long acknowledged = System.nanoTime();
      await().pollInterval(Duration.ofMillis(1)).until(() -> places().equals(Optional.of(wanted)));
      millis.add((System.nanoTime() - acknowledged) / 1_000_000);
    }
    Collections.sort(millis);
    System.out.println("from the answer to a text until a search shows it, ms: " + millis);
  }

  @Test
  void importedAgainNothingIsChangedAndTheReportIsExported() throws IOException {
    texts("2 Frauen");
    Soon.holds(() -> assertThat(places()).contains(Map.of("women", 2)));

    assertThat(Service.imported(directory).unchanged()).isEqualTo(1);
    assertThat(places()).contains(Map.of("women", 2));
    var out = new StringWriter();
    new Export(directory).json(out, true, true, Author.FILES);
    assertThat(out.toString())
        .contains("\"available\":2", "\"maximum\":12")
        .doesNotContain("\"available\":9");
    assertThat(directory.stored(Service.ROWAN).orElseThrow().toString())
        .contains("\"available\":9");
  }

  @Test
  void theSameTextFromAnUnknownNumberIsAContactAndChangesNothing() {
    var before = directory.reports().of(Service.ROWAN);
    becomesAContact(stranger(), "5 women 5 families");
    assertThat(directory.reports().of(Service.ROWAN)).isEqualTo(before);
  }

  @Test
  void whatSomebodyWritesFromThatPhoneIsAContactAndEveryFigureInItAnAnswer() {
    var before = directory.reports().of(Service.ROWAN);
    becomesAContact(Service.NUMBER, "2 Männer vor der Tür");
    long messages = messages();

    texts("2 Betten");
    texts("voll");
    Soon.holds(() -> assertThat(messages()).isEqualTo(messages + 2));
    assertThat(directory.reports().of(Service.ROWAN)).isEqualTo(before);
  }

  @Test
  void menInAHouseThatTakesWomenAreForAPersonToRead() {
    var before = directory.reports().of(Service.ROWAN);
    becomesAContact(Service.NUMBER, "2 Männer");
    assertThat(directory.reports().of(Service.ROWAN)).isEqualTo(before);
  }

  @Test
  void unclearFiguresAreAskedAgainThreeTimesAndThenReadByAPerson() {
    var before = directory.reports().of(Service.ROWAN);
    long contacts = contacts();
    long asked = asked(AGAIN);
    for (var text : List.of("3-4 Frauen", "13 Frauen", "-1 Frauen")) {
      texts(text);
    }
    Soon.holds(() -> assertThat(asked(AGAIN)).isEqualTo(asked + 3));
    assertThat(contacts()).isEqualTo(contacts);

    becomesAContact(Service.NUMBER, "3/4 Frauen");
    assertThat(directory.reports().of(Service.ROWAN)).isEqualTo(before);
  }

  @Test
  void anOldFigureIsAskedForOnceByDay() {
    texts("1 Frau");
    Soon.holds(() -> assertThat(places()).contains(Map.of("women", 1)));
    long asked = asked(REMINDER);

    clock.move(Duration.ofHours(27)); // past noon in New York
    Soon.holds(() -> assertThat(asked(REMINDER)).isEqualTo(asked + 1));
    texts("2 Frauen");
    Soon.holds(() -> assertThat(places()).contains(Map.of("women", 2)));
  }

  @Test
  void theServiceSaysItOnItsPrivatePage() throws Exception {
    texts("4 Frauen");
    Soon.holds(() -> assertThat(places()).contains(Map.of("women", 4)));
    clock.move(Duration.ofHours(2));
    var admin = server.signedIn("jonas");
    var path = "/services/" + Service.ROWAN.value() + "/links";
    var issued = admin.post(path, new JsonObject().put("reason", "asked by phone"));
    var link = URI.create(issued.body().getString("url"));

    var page = get(link);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("lang=\"de\"", "Frauen: <b>4</b>", "vor 2 Stunden")
        .doesNotContainIgnoringCase("haven")
        .doesNotContain("<script", "http", "Rowan");
    assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'none'", "form-action 'self'");
    assertThat(page.headers().firstValue("referrer-policy")).contains("no-referrer");
    assertThat(get(URI.create(link + "?l=ar")).body()).contains("dir=\"rtl\"", "نساء");

    assertThat(post(link, "women=٢&families=1").statusCode()).isEqualTo(303);
    Soon.holds(() -> assertThat(places()).contains(Map.of("women", 2, "families", 1)));
    for (var wrong :
        List.of("women=-1", "women=501", "women=x", "", "women=1&beds=1", "women=13")) {
      assertThat(post(link, wrong).statusCode()).as(wrong).isEqualTo(400);
    }
    assertThat(places()).contains(Map.of("women", 2, "families", 1));
    clock.move(Duration.ofSeconds(1));
    assertThat(post(link, "full=1").statusCode()).isEqualTo(303);
    Soon.holds(() -> assertThat(places()).contains(Map.of("women", 0, "families", 0)));

    admin.send("DELETE", path, new JsonObject().put("reason", "lost").encode());
    assertThat(get(link).statusCode()).isEqualTo(404);
    assertThat(post(link, "women=3").statusCode()).isEqualTo(404);
    assertThat(get(URI.create(link + "x")).statusCode()).isEqualTo(404);
  }

  @Test
  void aResponderNotesWhatWasSaidOnThePhone() {
    var lucia = server.signedIn("lucia");
    var path = "/services/" + Service.ROWAN.value() + "/capacity";

    assertThat(lucia.post(path, free("women", 6)).status()).isEqualTo(204);
    Soon.holds(() -> assertThat(places()).contains(Map.of("women", 6)));
    assertThat(directory.audit().getLast().author()).isEqualTo(new Author("lucia"));
    for (var wrong : List.of(free("women", 13), free("women", 501), free("dogs", 1))) {
      assertThat(lucia.post(path, wrong).status()).isEqualTo(400);
    }
    assertThat(lucia.post("/services/none/capacity", free("women", 1)).status()).isEqualTo(404);
  }

  @Test
  void theStoreDoesNotTellTheNumber() throws IOException {
    texts("5 Frauen");
    Soon.holds(() -> assertThat(places()).contains(Map.of("women", 5)));

    assertThat(everything()).doesNotContain(Service.NUMBER.substring(1));
    redis.call("SET", "{directory}:leak", Service.NUMBER);
    assertThat(everything()).contains(Service.NUMBER.substring(1));
    redis.call("DEL", "{directory}:leak");
  }

  private void texts(String text) {
    clock.move(Duration.ofSeconds(1));
    server.phone(Service.NUMBER).texts(text);
  }

  private void becomesAContact(String number, String text) {
    long contacts = contacts();
    server.phone(number).texts(text);
    Soon.holds(() -> assertThat(contacts()).isEqualTo(contacts + 1));
  }

  private String stranger() {
    return "+1500555%04d".formatted(2000 + strangers++);
  }

  private String person(String number) {
    return keys.pseudonyms().of("demo|SMS|" + number);
  }

  private long contacts() {
    return redis.call("ZCARD", "{demo}:open").number();
  }

  private long messages() {
    return redis.call("KEYS", "{demo}:message:m*").texts().size();
  }

  private long asked(String beginning) {
    return server.phone(Service.NUMBER).received().stream()
        .filter(text -> text.startsWith(beginning))
        .count();
  }

  private Optional<Reason.Places> reason() {
    var search = new ServiceSearch(index, taxonomy, System::nanoTime);
    return search.find(Search.all(Viewer.KEEPER, clock.instant())) instanceof Found.Some some
        ? some.matches().getFirst().reasons().stream()
            .filter(Reason.Places.class::isInstance)
            .map(Reason.Places.class::cast)
            .findFirst()
        : Optional.empty();
  }

  private Optional<Map<String, Integer>> places() {
    return reason().map(Reason.Places::counted);
  }

  private static JsonObject free(String unit, int n) {
    return new JsonObject().put("free", new JsonObject().put(unit, n));
  }

  private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(URI address, String form)
      throws IOException, InterruptedException {
    clock.move(Duration.ofSeconds(1));
    return http.send(
        HttpRequest.newBuilder(address)
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private String everything() throws IOException {
    redis.call("SAVE");
    var all = new StringBuilder();
    try (var files = Files.walk(store.folder())) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, ISO_8859_1));
      }
    }
    return all.toString();
  }
}
