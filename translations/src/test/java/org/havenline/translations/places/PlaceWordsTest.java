package org.havenline.translations.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Every language has a word for everything that is asked and answered.
class PlaceWordsTest {
  @Test
  void everyLanguageSaysAllOfIt() {
    var english = PlaceWords.shipped().get(2);
    assertThat(english.language()).isEqualTo("en");
    assertThat(PlaceWords.shipped())
        .allSatisfy(words -> {
          assertThat(words.review()).isIn("drafted", "reviewed", "approved");
          assertThat(words.numbers()).as(words.language()).hasSize(11);
          assertThat(words.numbers()).allSatisfy(forms -> assertThat(forms).isNotEmpty());
          assertThat(words.units().keySet())
              .containsExactlyInAnyOrder("women", "men", "families", "children", "beds", "places");
          assertThat(words.none()).isNotEmpty();
          assertThat(words.page().keySet()).isEqualTo(english.page().keySet());
          assertThat(words.page().values()).noneMatch(String::isBlank);
          assertThat(words.page().get("said")).contains("{age}");
        });
  }

  @Test
  void jarAndFolderAreTheSame() throws IOException {
    try (var files = Files.list(Path.of("places"))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")).sorted())
          .isEqualTo(PlaceWords.SHIPPED);
    }
  }
}
