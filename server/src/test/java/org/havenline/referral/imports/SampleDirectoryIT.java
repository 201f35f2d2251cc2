package org.havenline.referral.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.havenline.audit.Author;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.exports.Export;
import org.havenline.referral.hsds.reading.Reading;
import org.havenline.referral.imports.report.Tally;
import org.havenline.referral.sample.SampleDirectory;
import org.havenline.referral.search.Sample;
import org.junit.jupiter.api.Test;

final class SampleDirectoryIT {
  @Test
  void theSampleComesInAsItIsWrittenAndGoesOutTheSame() throws IOException {
    try (var rig = new Rig();
        var other = new Rig(rig)) {
      var documents = Sample.documents();
      int many = documents.size();
      var preview = SampleDirectory.preview(rig.imports());
      assertThat(preview.ledger().counts()).isEmpty();
      assertThat(preview.ledger().sum()).isEqualTo(new Tally(many, many, 0, 0));

      assertThat(SampleDirectory.fill(rig.directory)).isEqualTo(many);
      for (var document : documents) {
        assertThat(rig.directory.stored(Reading.id(document))).contains(document);
      }

      var out = new StringWriter();
      new Export(rig.directory).json(out, true, true, Author.FILES);
      other.imports().apply(again(other, out.toString()), Author.FILES);
      assertThat(other.directory.marks()).isEqualTo(rig.directory.marks());
    }
  }

  @Test
  void aDirectoryThatHoldsSomethingIsLeftAlone() {
    try (var rig = new Rig()) {
      rig.imported(
          "services.json", "[{\"id\": \"one\", \"name\": \"Legal aid\", \"status\": \"active\"}]");

      assertThat(SampleDirectory.fill(rig.directory)).isZero();
      assertThat(rig.directory.marks()).containsOnlyKeys(new ServiceId("one"));
    }
  }

  private static Preview again(Rig rig, String lines) {
    return rig.imports()
        .preview(new Source.Place(rig.written("services.ndjson", lines)), SampleDirectory.SOURCE);
  }
}
