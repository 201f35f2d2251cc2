package org.havenline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SizeTest {
  private static final int MOST_LINES = 300;
  private static final int MEDIAN_LINES = 80;
  private static final int MOST_FILES = 10;

  @Test
  void noFileIsLongerThan300LinesAndHalfAreShorterThan80() throws IOException {
    var lengths = new ArrayList<Integer>();
    var tooLong = new ArrayList<Path>();
    for (var file : SourceTree.java()) {
      int lines = Files.readAllLines(file).size();
      lengths.add(lines);
      if (lines > MOST_LINES) {
        tooLong.add(SourceTree.root().relativize(file));
      }
    }
    assertThat(tooLong).isEmpty();
    assertThat(lengths.stream().sorted().toList().get(lengths.size() / 2)).isLessThan(MEDIAN_LINES);
  }

  @Test
  void noPackageHasMoreThanTenFiles() throws IOException {
    assertThat(
            mainFiles().stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(folder -> folder.getValue() > MOST_FILES))
        .isEmpty();
  }

  @Test
  void everyPackageSaysInOneSentenceWhatItIs() throws IOException {
    for (var folder : mainFiles().stream().map(Path::getParent).distinct().toList()) {
      assertThat(folder.resolve("package-info.java"))
          .content()
          .startsWith("/// ")
          .contains("@NullMarked");
    }
  }

  private static List<Path> mainFiles() throws IOException {
    return SourceTree.java().stream()
        .filter(file -> file.toString().contains("/src/main/"))
        .toList();
  }
}
