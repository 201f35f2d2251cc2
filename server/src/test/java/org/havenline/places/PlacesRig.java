package org.havenline.places;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import java.util.Map;
import java.util.Optional;
import org.havenline.privacy.Keys;
import org.havenline.redis.Redis;
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

/// A whole server with a directory of one service, and a search that follows it.
final class PlacesRig implements AutoCloseable {
  final HandClock clock = HandClock.atNoon();
  final RealRedis store = RealRedis.durable(RealRedis.Version.EMBEDDED);
  final Redis redis = Redis.open(store.address());
  private final Taxonomy taxonomy = Taxonomy.shipped();
  private final HttpClient http = HttpClient.newHttpClient();
  final RunningServer server;
  final Keys keys;
  final Directory directory;
  private final ServiceIndex index;
  private final Following following;
  private int strangers;

  PlacesRig(Path folder) {
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
    if (change instanceof DirectoryChange.Present(var id, _, var read)) {
      try {
        // whoever waits for a change makes it seen sooner
        index.await(index.replace(id, read));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    following.close();
    index.close();
    server.close();
    redis.close();
    store.close();
  }

  void texts(String text) {
    clock.move(Duration.ofSeconds(1));
    server.phone(Service.NUMBER).texts(text);
  }

  void becomesAContact(String number, String text) {
    long contacts = contacts();
    server.phone(number).texts(text);
    Soon.holds(() -> assertThat(contacts()).isEqualTo(contacts + 1));
  }

  String stranger() {
    return "+1500555%04d".formatted(2000 + strangers++);
  }

  String person(String number) {
    return keys.pseudonyms().of("demo|SMS|" + number);
  }

  long contacts() {
    return redis.call("ZCARD", "{demo}:open").number();
  }

  long messages() {
    return redis.call("KEYS", "{demo}:message:m*").texts().size();
  }

  long asked(String beginning) {
    return server.phone(Service.NUMBER).received().stream()
        .filter(text -> text.startsWith(beginning))
        .count();
  }

  Optional<Reason.Places> reason() {
    var search = new ServiceSearch(index, taxonomy, System::nanoTime);
    return search.find(Search.all(Viewer.KEEPER, clock.instant())) instanceof Found.Some some
        ? some.matches().getFirst().reasons().stream()
            .filter(Reason.Places.class::isInstance)
            .map(Reason.Places.class::cast)
            .findFirst()
        : Optional.empty();
  }

  Optional<Map<String, Integer>> places() {
    return reason().map(Reason.Places::counted);
  }

  HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(URI address, String form) throws IOException, InterruptedException {
    clock.move(Duration.ofSeconds(1));
    return http.send(
        HttpRequest.newBuilder(address)
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  String everything() throws IOException {
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
