package org.havenline.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class FormatTest {
  @Test
  void everyFileIsFormattedByGoogleJavaFormat() throws IOException, FormatterException {
    var unformatted = new ArrayList<Path>();
    for (var file : SourceTree.java()) {
      if (!Files.readString(file).equals(Format.formatted(file))) {
        unformatted.add(SourceTree.root().relativize(file));
      }
    }
    assertThat(unformatted).as("run Format to mend").isEmpty();
  }
}
