package org.havenline.command.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.havenline.command.Refused;
import org.havenline.privacy.Keys;
import org.havenline.redis.Redis;
import org.havenline.referral.stored.Directory;
import org.havenline.testing.HandClock;
import org.havenline.testing.RealRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// On a Tuesday at noon, UTC.
class SearchServicesIT {
  private static final String SERVICES =
      """
      {"id": "a", "name": "House of the Lime Tree", "status": "active", "organization": {"id": "o", "name": "Lime Tree"}, "capacities": [{"id": "c", "available": 2, "updated": "2026-03-10T09:00:00Z"}], "schedules": [{"id": "h", "freq": "WEEKLY", "byday": "TU", "opens_at": "09:00", "closes_at": "18:00"}], "service_at_locations": [{"id": "sa", "location": {"id": "l", "location_type": "physical", "latitude": 52.5, "longitude": 13.4, "addresses": [{"id": "ad", "address_1": "1 Lime Street"}]}}], "attributes": [{"id": "at", "taxonomy_term": {"id": "t", "code": "103-01", "name": "Nights"}}], "havenline": {"vetting": "vetted", "eligibility": {"genders": ["woman"], "children": {"admitted": "yes", "oldest_boy": 12}}}}
      {"id": "b", "name": "Rights Desk", "status": "active", "organization": {"id": "o", "name": "Lime Tree"}, "attributes": [{"id": "at", "taxonomy_term": {"id": "t", "name": "Lawyer"}}], "havenline": {"eligibility": {"conditions": ["papers"]}}}
      {"id": "c", "name": "Hidden Door", "status": "active", "organization": {"id": "o", "name": "Lime Tree"}, "service_at_locations": [{"id": "sc", "location": {"id": "l3", "location_type": "physical", "latitude": 52.52, "longitude": 13.41, "addresses": [{"id": "ad", "address_1": "9 Secret Lane"}]}}], "havenline": {"vetting": "vetted", "confidential": true, "kinds": ["shelter"], "eligibility": {"genders": ["woman"]}}}
      """;

  @TempDir private static Path folder;

  private static RealRedis store;
  private static Redis redis;
  private static Directory directory;

  @BeforeAll
  static void importServices() throws IOException {
    store = RealRedis.start(RealRedis.Version.EMBEDDED);
    redis = Redis.open(store.address());
    var keys = Keys.open(folder.resolve("keys"), redis);
    directory = new Directory(redis, keys.vault(), keys.pseudonyms(), HandClock.atNoon());
    var file = Files.writeString(folder.resolve("s.ndjson"), SERVICES);
    run(new ImportServicesCommand(sink(), use -> use.accept(directory)), file.toString());
  }

  @AfterAll
  static void stop() {
    redis.close();
    store.close();
  }

  @Test
  void eachResultSaysWhyItIsThereAndWhatToAsk() {
    assertThat(search("refugio", "--near", "52.5,13.4", "--km", "30"))
        .contains("House of the Lime Tree, Lime Tree", "1 Lime Street", "is of the kind shelter")
        .contains("open until Tue 10 Mar 18:00", "0 km away", "2 places free, said 3 hours ago")
        .contains("ask first: gender")
        .contains("Hidden Door", "where it is, is confidential")
        .doesNotContain("Secret Lane", "Rights Desk");
  }

  @Test
  void whoIsNotTakenIsNotSentThere() {
    assertThat(search("--kind", "shelter", "--gender", "man"))
        .contains("Nothing fits all that was asked", "demand: gender");
    assertThat(search("--kind", "shelter", "--gender", "woman", "--child", "boy:14"))
        .doesNotContain("House of the Lime Tree")
        .contains("Hidden Door", "ask first: her children");
  }

  @Test
  void aWishGivenUpLeadsToTheNearest() {
    assertThat(search("abogado", "--kind", "food"))
        .contains("Without any one of these", "The nearest, giving up the kind:")
        .contains("Rights Desk", "not vetted yet");
    assertThat(search("abogado", "--cannot-meet", "papers")).contains("Nothing fits");
  }

  @Test
  void whatCannotBeSearchedIsRefusedWithTheRemedy() {
    assertThat(search("--kind", "castle")).contains("There is no kind \"castle\"", "shelter");
    assertThat(search("--gender", "x")).contains("man, non-binary, woman");
    assertThat(search("--child", "boy")).contains("--child is boy:14");
    assertThat(search("--at", "tonight")).contains("2026-11-29T22:00Z");
    assertThat(search("a".repeat(301))).contains("longer than 300 letters");
  }

  private static String search(String... arguments) {
    var written = new ByteArrayOutputStream();
    var out = new PrintStream(written, true, UTF_8);
    run(
        new SearchServicesCommand(
            out, use -> use.accept(directory), () -> folder, HandClock.atNoon()),
        out,
        arguments);
    assertThat(folder.toFile().list()).as("nothing stays").containsOnly("keys", "s.ndjson");
    return written.toString(UTF_8);
  }

  private static void run(Runnable command, String... arguments) {
    run(command, sink(), arguments);
  }

  private static void run(Runnable command, PrintStream out, String... arguments) {
    var line = new CommandLine(command);
    line.setExecutionExceptionHandler((e, _, _) -> {
      if (e instanceof Refused refused) {
        List<String> sentences = refused.sentences();
        sentences.forEach(out::println);
        return 1;
      }
      throw e;
    });
    line.execute(arguments);
  }

  private static PrintStream sink() {
    return new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
  }
}
