package org.havenline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.havenline.privacy.KeyFolder;
import org.havenline.privacy.Pseudonyms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditChainTest {
  private static final int ENTRIES = 20;
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00.123456Z");

  private AuditChain chain;
  private List<AuditEntry> entries;

  @BeforeEach
  void write(@TempDir Path keys) {
    chain = new AuditChain(Pseudonyms.open(new KeyFolder(keys, true)));
    entries = new ArrayList<>();
    var last = AuditEntry.NONE;
    for (int i = 1; i <= ENTRIES; i++) {
      last =
          chain.after(
              last, NOON.plusSeconds(i), new Author("jonas"), "published", "version " + i, "why");
      entries.add(last);
    }
  }

  @Test
  void logIsAsItWasWrittenAlsoAfterItWasKept() {
    var kept = entries.stream().map(AuditEntry::json).map(AuditEntry::parse).toList();

    assertThat(kept).isEqualTo(entries);
    assertThat(chain.firstBroken(kept)).isEmpty();
    assertThat(chain.firstBroken(List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jonas", "published", "version 8", "why"})
  void changedEntryIsFound(String word) {
    change(8, json -> json.replace('"' + word + '"', "\"another\""));

    assertThat(chain.firstBroken(entries)).hasValue(8);
  }

  @Test
  void changedTimeIsFound() {
    change(8, json -> json.replaceFirst("\"at\":\\d+", "\"at\":0"));

    assertThat(chain.firstBroken(entries)).hasValue(8);
  }

  @Test
  void entryThatIsNotReadableIsFound() {
    change(8, _ -> "gone");

    assertThat(chain.firstBroken(entries)).hasValue(8);
  }

  @Test
  void entryTakenOutIsFound() {
    entries.remove(7);

    assertThat(chain.firstBroken(entries)).hasValue(8);
  }

  @Test
  void entryPutInIsFound() {
    entries.add(7, entries.get(6));

    assertThat(chain.firstBroken(entries)).hasValue(8);
  }

  @Test
  void wholeRestWrittenAnewWithAnotherKeyIsFound(@TempDir Path others) {
    var forger = new AuditChain(Pseudonyms.open(new KeyFolder(others, true)));
    var last = entries.get(6);
    for (int i = 7; i < ENTRIES; i++) {
      var was = entries.get(i);
      last = forger.after(last, was.at(), was.author(), was.deed(), was.object(), "forged");
      entries.set(i, last);
    }

    assertThat(chain.firstBroken(entries)).hasValue(8);
  }

  private void change(int n, UnaryOperator<String> how) {
    entries.set(n - 1, AuditEntry.parse(how.apply(entries.get(n - 1).json())));
  }
}
