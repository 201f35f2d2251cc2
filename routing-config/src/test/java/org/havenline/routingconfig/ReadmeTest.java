package org.havenline.routingconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the README shows can be used as it stands.
class ReadmeTest {
  private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void examplesOfTheReadmeAreSound() throws IOException {
    var examples =
        EXAMPLE
            .matcher(Files.readString(Path.of("README.md")))
            .results()
            .map(example -> example.group(1))
            .toList();
    assertThat(examples).isNotEmpty();
    Files.writeString(folder.resolve("all.yaml"), examples.getFirst());
    assertThat(reading()).isInstanceOf(Reading.Sound.class);
    for (var part : examples.subList(1, examples.size())) {
      Files.writeString(folder.resolve("part.yaml"), part);
      assertThat(reading()).as(part).isInstanceOf(Reading.Sound.class);
    }
  }

  private Reading reading() {
    return RoutingTables.read(folder, Set.of("waiting"));
  }
}
