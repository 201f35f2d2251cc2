package org.havenline.referral.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.havenline.referral.hsds.reading.Reading;
import org.havenline.referral.search.answer.Found;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.ask.Viewer;
import org.havenline.referral.search.ask.What;
import org.havenline.referral.stored.LiveServices;
import org.havenline.referral.taxonomy.Taxonomy;
import org.havenline.testing.Soon;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The directory as a server searches it, while it changes.
class LiveServicesIT {
  private static final String TWO =
      """
      {"id": "one", "name": "First house", "status": "active", "havenline": {"vetting": "vetted"}}
      {"id": "two", "name": "Second house", "status": "active", "havenline": {"vetting": "vetted"}}
      """;

  @TempDir private Path folder;
  private Rig rig;

  @BeforeEach
  void open() {
    rig = new Rig();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private LiveServices live() {
    var taxonomy = Taxonomy.shipped();
    var reading = new Reading(ZoneOffset.UTC, taxonomy);
    return new LiveServices(folder, rig.directory, rig.redis, reading, taxonomy, () -> true);
  }

  @Test
  void whatIsImportedWhileTheServerRunsIsFoundSoonAndWhatItReplacesNoMore() {
    rig.imported("s.ndjson", TWO);
    try (var live = live()) {
      assertThat(found(live, "house")).containsExactlyInAnyOrder("First house", "Second house");

      rig.imported("s.ndjson", TWO.replace("Second house", "Third home"));

      Soon.holds(() -> {
        assertThat(found(live, "home")).containsExactly("Third home");
        assertThat(found(live, "second")).isEmpty();
        assertThat(found(live, "house")).containsExactly("First house");
      });
    }
  }

  @Test
  void whatChangedWhileTheServerWasAwayIsFoundAfterItsStart() {
    rig.imported("s.ndjson", TWO);
    live().close();

    rig.imported("s.ndjson", TWO.replace("First", "Earliest"));

    try (var live = live()) {
      assertThat(found(live, "earliest")).containsExactly("Earliest house");
      assertThat(found(live, "first")).isEmpty();
    }
  }

  @Test
  void aServiceThatIsAtOnePlaceLessIsFoundThereNoMore() {
    var two =
        """
        {"id": "one", "name": "House", "status": "active", "havenline": {"vetting": "vetted"},
         "service_at_locations": [
           {"id": "a", "location": {"id": "la", "location_type": "virtual"}},
           {"id": "b", "location": {"id": "lb", "location_type": "virtual"}}]}
        """;
    rig.imported("s.json", two);
    try (var live = live()) {
      assertThat(found(live, "house")).hasSize(2);

      rig.imported("s.json", two.replaceFirst(",\\s*\\{\"id\": \"b\".*?}}", ""));

      Soon.holds(() -> assertThat(found(live, "house")).hasSize(1));
    }
  }

  private static List<String> found(LiveServices live, String text) {
    var search =
        Search.all(Viewer.PERSON, Instant.parse("2026-11-29T12:00:00Z")).with(What.words(text));
    return live.search().find(search) instanceof Found.Some some
        ? some.matches().stream().map(one -> one.service().name().best(List.of())).toList()
        : List.of();
  }
}
