package org.havenline.referral.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.util.List;
import org.havenline.audit.Author;
import org.havenline.referral.directory.Place;
import org.havenline.referral.directory.Point;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.exports.Export;
import org.havenline.referral.hsds.reading.Kinds;
import org.havenline.referral.hsds.reading.Reading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Where a confidential service is stands nowhere in the clear: not in the store's files, not in
/// what a search may know, not in a report, not in an export.
final class ConfidentialIT {
  /// Each is made up, and in the record once as a field or within a text.
  private static final List<String> CANARIES =
      List.of(
          "17 Quittenstieg", "Quittenstieg", "ZX9 4KQ", "47.31876", "8.54321", "Rear Gate Heron");

  private static final String SHELTER =
      """
      {"id": "haven-1", "name": "House Rowan", "status": "active",
       "description": "Ring at 17 Quittenstieg, ZX9 4KQ, after dark. 47.31876 is on the map.",
       "organization": {"name": "Rowan", "locations": [{"name": "Rear Gate Heron"}]},
       "odd_field": {"where": "17 Quittenstieg"},
       "service_at_locations": [{"id": "at-1", "description": "Rear Gate Heron",
         "location": {"id": "l-1", "name": "Rear Gate Heron", "location_type": "physical",
           "latitude": 47.31876, "longitude": 8.54321,
           "addresses": [{"address_1": "17 Quittenstieg", "city": "Lowdale",
             "postal_code": "ZX9 4KQ", "country": "XX", "address_type": "physical"}]}}],
       "havenline": {"confidential": true, "language": "en", "area": "North"}}
      """;

  private static final Reading READING = new Reading(ZoneOffset.UTC, Kinds.UNKNOWN);

  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void whereItIsStandsNowhereInTheClear() throws IOException {
    var first = rig.imported("services.json", SHELTER);
    var moved =
        rig.imported("services.json", SHELTER.replace("17 Quittenstieg", "Quittenstieg 18"));

    assertThat(moved.changed()).hasSize(1);
    assertThat(found(everythingStored())).isEmpty();
    assertThat(found(first.ledger().findings().toString() + moved.changed() + moved.puts()))
        .isEmpty();
    assertThat(found(read().toString())).isEmpty();
    assertThat(found(exported(false))).isEmpty();
    assertThat(found(rig.directory.audit().toString())).isEmpty();
  }

  @Test
  void plantedAddressIsFound() throws IOException {
    rig.imported(
        "services.json", SHELTER.replace("\"confidential\": true", "\"confidential\": false"));
    assertThat(found(read().toString())).isNotEmpty();
    assertThat(found(exported(false))).containsAll(CANARIES);

    rig.redis.call("SET", "{directory}:leak", CANARIES.getFirst());
    assertThat(found(everythingStored())).contains(CANARIES.getFirst());
  }

  @Test
  void searchKnowsTheCellOfTheGridOnly() {
    rig.imported("services.json", SHELTER);
    var far = SHELTER.replace("47.31876", "47.39999").replace("8.54321", "8.50001");

    var area = (Place.Area) read().getFirst().place();

    assertThat(area.centre()).isEqualTo(new Point(47.35, 8.55));
    assertThat(area.radiusKm()).isBetween(6.0, 7.0);
    assertThat(area.name()).isEqualTo("North");
    rig.imported("services.json", far);
    assertThat(read().getFirst().place()).isEqualTo(area);
  }

  @Test
  void whoOpensItIsNoted() {
    rig.imported("services.json", SHELTER);

    var opened = rig.directory.opened(new ServiceId("haven-1"), new Author("miriam"), "taxi");

    assertThat(opened.orElseThrow().toString()).contains("17 Quittenstieg");
    assertThat(rig.directory.audit().getLast().deed()).isEqualTo("opened");
    assertThat(rig.directory.audit().getLast().author()).isEqualTo(new Author("miriam"));
  }

  @Test
  void anExportWithoutPlacesTakesNoneAway() throws IOException {
    rig.imported("services.json", SHELTER);

    var again = rig.imported("services.ndjson", exported(false));

    assertThat(again.unchanged()).isEqualTo(1);
    assertThat(rig.directory.stored(new ServiceId("haven-1")).orElseThrow().toString())
        .contains("17 Quittenstieg");
  }

  @Test
  void whatStaffMarkedStaysConfidentialWhateverIsImported() {
    rig.imported("services.json", SHELTER);

    rig.imported("services.json", SHELTER.replaceAll("(?s),\\s*\"havenline\": .*}}", "}"));

    assertThat(read().getFirst().place()).isInstanceOf(Place.Area.class);
  }

  private List<ServiceAtLocation> read() {
    return READING.of(rig.directory.stored(new ServiceId("haven-1")).orElseThrow());
  }

  private String exported(boolean places) throws IOException {
    var out = new StringWriter();
    new Export(rig.directory).json(out, true, places, Author.FILES);
    return out.toString();
  }

  /// The files of the store, and every key as Redis dumps it.
  private String everythingStored() throws IOException {
    var all = new StringBuilder();
    rig.redis.call("SAVE");
    try (var files = Files.list(rig.store.folder())) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, ISO_8859_1));
      }
    }
    for (var key : rig.redis.call("KEYS", "*").texts()) {
      var type = rig.redis.call("TYPE", key).text();
      if (type.equals("hash")) {
        rig.redis
            .call("HGETALL", key)
            .fields()
            .forEach((name, value) -> all.append(name).append(new String(value, UTF_8)));
      } else if (type.equals("string")) {
        all.append(rig.redis.call("GET", key).text());
      }
    }
    return all.toString();
  }

  private static List<String> found(String text) {
    return CANARIES.stream().filter(text::contains).toList();
  }
}
