package org.havenline.referral.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.havenline.audit.Author;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.exports.Export;
import org.havenline.referral.exports.TableFiles;
import org.havenline.referral.hsds.reading.Kinds;
import org.havenline.referral.hsds.reading.Reading;
import org.havenline.referral.stored.DirectoryChange;
import org.havenline.referral.stored.Following;
import org.havenline.testing.Soon;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportIT {
  private static final String TWO =
      """
      {"id": "a", "name": "First", "status": "active", "description": "one"}
      {"id": "b", "name": "Second", "status": "active"}
      """;

  @TempDir Path folder;
  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aPreviewSaysFieldByFieldAndChangesNothing() {
    rig.imported("s.ndjson", TWO);

    var preview = rig.preview(rig.written("s.ndjson", TWO.replace("one", "two")));

    assertThat(preview.changed()).containsOnlyKeys(new ServiceId("a"));
    assertThat(preview.changed().get(new ServiceId("a")))
        .containsExactly("description: 'one' → 'two'");
    assertThat(preview.unchanged()).isEqualTo(1);
    assertThat(rig.directory.mark(new ServiceId("a")).revision()).isEqualTo(1);
  }

  @Test
  void whatTheSourceHasNoMoreIsKeptAndMarkedAndComesBack() {
    rig.imported("s.ndjson", TWO);

    var without = rig.imported("s.ndjson", TWO.substring(0, TWO.indexOf('\n')));
    assertThat(without.missing()).containsExactly(new ServiceId("b"));
    assertThat(rig.directory.mark(new ServiceId("b")).seen()).isFalse();
    assertThat(rig.directory.stored(new ServiceId("b"))).isPresent();

    assertThat(rig.imported("s.ndjson", TWO).changed().get(new ServiceId("b")))
        .containsExactly("seen again");
    assertThat(rig.directory.mark(new ServiceId("b")).seen()).isTrue();
  }

  @Test
  void aSourceThatBreaksOffMarksNothingAsMissing() {
    rig.imported("s.json", "[" + TWO.strip().replace("}\n{", "},{") + "]");

    var broken = rig.imported("s.json", "[" + TWO.substring(0, TWO.indexOf('\n')) + ", {\"id\":");

    assertThat(broken.missing()).isEmpty();
    assertThat(broken.ledger().whole()).isFalse();
    assertThat(broken.unchanged()).isEqualTo(1);
  }

  @Test
  void aServiceOfAnotherSourceIsNotTaken() {
    rig.imported("s.ndjson", TWO);

    var other = rig.imports().preview(new Source.Place(rig.written("s.ndjson", TWO)), "other");

    assertThat(other.ledger().sum().rejected()).isEqualTo(2);
    assertThat(other.ledger().findings().getFirst().reason())
        .contains("belongs to the source 'test'");
  }

  @Test
  void whatSomebodyChangedMeanwhileStays() {
    rig.imported("s.ndjson", TWO);
    var late = rig.preview(rig.written("s.ndjson", TWO.replace("one", "late")));
    rig.imported("s.ndjson", TWO.replace("one", "early"));

    assertThat(rig.imports().apply(late, Author.FILES)).containsExactly(new ServiceId("a"));
    assertThat(rig.directory.stored(new ServiceId("a")).orElseThrow().path("description").asText())
        .isEqualTo("early");
  }

  @Test
  void ownFieldsOfStaffSurviveAnImport() {
    rig.imported(
        "s.ndjson", TWO.replace("\"one\"", "\"one\", \"havenline\": {\"vetting\": \"vetted\"}"));

    assertThat(rig.imported("s.ndjson", TWO).changed()).isEmpty();
    assertThat(
            rig.directory
                .stored(new ServiceId("a"))
                .orElseThrow()
                .at("/havenline/vetting")
                .asText())
        .isEqualTo("vetted");
  }

  @Test
  void everyImportIsInTheAuditLogWhole() {
    rig.imported("s.ndjson", TWO);

    var entry = rig.directory.audit().getFirst();
    assertThat(entry.deed()).isEqualTo("imported");
    assertThat(entry.reason()).isEqualTo("2 added, 0 changed, 0 unchanged, 0 missing");
  }

  @Test
  void theOriginalIsKeptBesideWhatWasRepaired() {
    rig.imported(
        "s.ndjson", "{\"id\": \"a\", \"name\": \"CafÃ© \\\\n two\", \"status\": \"active\"}");

    assertThat(rig.directory.stored(new ServiceId("a")).orElseThrow().path("name").asText())
        .isEqualTo("Café\ntwo");
    assertThat(rig.directory.original(new ServiceId("a")).orElseThrow().path("name").asText())
        .isEqualTo("CafÃ© \\n two");
  }

  @Test
  void pagesOfAnInterfaceAreFollowedAndOnlyWhenEncryptedUnlessTold() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/services",
        exchange -> {
          int page = String.valueOf(exchange.getRequestURI().getQuery()).contains("page=2") ? 2 : 1;
          var body =
              "{\"page_number\": %d, \"total_pages\": 2, \"contents\": [%s]}"
                  .formatted(page, TWO.lines().toList().get(page - 1))
                  .getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/services");

      assertThatThrownBy(() -> rig.imports().preview(new Source.Web(address, false), "web"))
          .isInstanceOf(UnreadableSource.class)
          .hasMessageContaining("https");
      assertThat(rig.imports().preview(new Source.Web(address, true), "web").added()).hasSize(2);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void followersAreToldEverythingAndThenEachChange() {
    rig.imported("s.ndjson", TWO);
    var told = new ArrayList<DirectoryChange>();
    var reading = new Reading(ZoneOffset.UTC, Kinds.UNKNOWN);
    try (var following =
        new Following(
            rig.directory,
            rig.redis,
            reading,
            0,
            change -> {
              synchronized (told) {
                told.add(change);
              }
            },
            () -> false)) {
      assertThat(following).isNotNull();
      assertThat(told).hasSize(3);
      assertThat(told.getLast()).isEqualTo(new DirectoryChange.CaughtUp(2));

      rig.imported("s.ndjson", TWO.replace("one", "two"));

      Soon.holds(() -> {
        synchronized (told) {
          assertThat(told.getLast()).isEqualTo(new DirectoryChange.CaughtUp(3));
        }
      });
      assertThat(names(told)).containsExactly("First", "Second", "First");
    }
  }

  private static List<String> names(List<DirectoryChange> told) {
    return told.stream()
        .flatMap(change ->
            change instanceof DirectoryChange.Present(var id, var revision, var read)
                ? read.stream()
                : List.<org.havenline.referral.directory.ServiceAtLocation>of().stream())
        .map(one -> one.name().best(List.of()))
        .toList();
  }

  @Test
  void tablesWrittenOutAndReadAgainSayTheSame() throws IOException {
    rig.imported(
        "s.json",
        """
        {"id": "a", "name": "First, \\"really\\"", "status": "active", "description": "one\\ntwo",
         "minimum_age": 18, "organization": {"id": "o", "name": "Org"},
         "phones": [{"id": "p", "number": "+1"}], "languages": [{"id": "l", "code": "ti"}],
         "schedules": [{"id": "h", "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00"}],
         "service_at_locations": [{"id": "sal", "location": {"id": "loc",
           "location_type": "physical", "latitude": 1.5, "longitude": 2,
           "addresses": [{"id": "ad", "address_1": "1 A St"}]}}],
         "attributes": [{"id": "at", "taxonomy_term": {"id": "t", "name": "Shelter"}}],
         "havenline": {"vetting": "vetted", "eligibility": {"genders": ["woman"]}}}
        """);
    var package3 = folder.resolve("package");
    new Export(rig.directory).tables(new TableFiles(package3), true, Author.FILES);
    var out = new StringWriter();
    new Export(rig.directory).json(out, true, true, Author.FILES);

    try (var other = new Rig()) {
      other.imported(package3);
      var id = new ServiceId("a");
      var reading = new Reading(ZoneOffset.UTC, Kinds.UNKNOWN);
      assertThat(reading.of(other.directory.stored(id).orElseThrow()))
          .isEqualTo(reading.of(rig.directory.stored(id).orElseThrow()));
    }
    assertThat(Files.exists(package3.resolve("service_at_location.csv"))).isTrue();
    assertThat(out.toString()).contains("First");
  }
}
