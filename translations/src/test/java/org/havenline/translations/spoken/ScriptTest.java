package org.havenline.translations.spoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.havenline.translations.Reading;
import org.havenline.translations.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is read aloud, and how a recording knows of which text it is.
class ScriptTest {
  private static final Texts SHIPPED = ((Reading.Sound) Texts.shipped()).texts();

  @TempDir private Path folder;

  @Test
  void everyValueThatCanBeHeardIsASentenceOfItsOwn() {
    var names = SHIPPED.script("prs").sentences().stream().map(Sentence::name).toList();
    assertThat(names)
        .contains("callLanguage-1", "callLanguage-8", "callBefore-5", "callMany-5", "callNext")
        .doesNotContain("callBefore-6", "callBack", "callWhisper");
    System.out.printf("script: %d sentences in a language%n", names.size());
  }

  @Test
  void aChangedTextIsAnotherSentenceAndTheOldFileIsStale() throws IOException {
    var before = sentence(SHIPPED, "callNext");
    var file = folder.resolve("audio").resolve(before.file());
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[] {1, 2, 3});
    var files = new SoundFiles(Optional.of(folder));
    assertThat(files.find(before)).hasValue(new byte[] {1, 2, 3});
    assertThat(files.stale(List.of(SHIPPED.script("prs")))).isEmpty();

    Files.writeString(
        folder.resolve("prs.arb"),
        """
        {"@@locale": "prs", "@@x-review": "drafted", "callNext": "حالا نوبت شماست."}
        """);
    var texts = ((Reading.Sound) Texts.read(folder)).texts();
    var after = sentence(texts, "callNext");
    assertThat(after.print()).isNotEqualTo(before.print());
    assertThat(files.find(after)).isEmpty();
    assertThat(files.stale(List.of(texts.script("prs")))).containsExactly(before.file());
  }

  @Test
  void aTextWithAPlaceOfWhichNobodyKnowsWhatCanStandInItIsAFinding() throws IOException {
    Files.writeString(
        folder.resolve("en.arb"),
        """
        {"@@locale": "en", "@@x-review": "drafted", "callNew": "Wait {minutes}."}
        """);
    assertThat(((Reading.Faulty) Texts.read(folder)).findings())
        .extracting(finding -> finding.file() + " " + finding.fault())
        .containsExactly(
            "en.arb 'callNew' is heard in calls, and it is not known which of it is to be"
                + " recorded");
  }

  @Test
  void whatALanguageLacksIsKnown() throws IOException {
    Files.writeString(
        folder.resolve("en.arb"),
        """
        {"@@locale": "en", "@@x-review": "drafted", "callNew": "Wait a little."}
        """);
    var texts = ((Reading.Sound) Texts.read(folder)).texts();
    assertThat(texts.script("prs").lacks()).containsExactly("callNew");
    assertThat(texts.script("en").lacks()).isEmpty();
  }

  private static Sentence sentence(Texts texts, String name) {
    return texts.script("prs").sentences().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
