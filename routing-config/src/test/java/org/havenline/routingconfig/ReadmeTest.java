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
  void exampleOfTheReadmeIsSound() throws IOException {
    var example = EXAMPLE.matcher(Files.readString(Path.of("README.md")));
    assertThat(example.find()).isTrue();
    Files.writeString(folder.resolve("all.yaml"), example.group(1));
    assertThat(RoutingTables.read(folder, Set.of("waiting"))).isInstanceOf(Reading.Sound.class);
  }
}
