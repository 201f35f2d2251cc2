package org.havenline.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.twilio.twiml.voice.Record;
import org.junit.jupiter.api.Test;

/// The rule that nothing records but the studio and the mailbox finds what does.
class RecordingRuleTest {
  /// Records where it must not.
  private record Elsewhere(Record verb) {}

  @Test
  void aDocumentThatRecordsElsewhereWouldBeFound() {
    var planted = new ClassFileImporter().importClasses(Elsewhere.class);
    assertThat(HouseRulesTest.onlyTheStudioRecords.evaluate(planted).hasViolation()).isTrue();
  }
}
