package org.havenline.referral.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import org.havenline.audit.Author;
import org.havenline.referral.exports.Export;
import org.havenline.referral.imports.report.Tally;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every directory beside the project, whole: each row accounted for, twice is no change, out and
/// in again is the same.
final class RealDirectoriesIT {
  /// Folder, and how many services it holds.
  @ParameterizedTest
  @CsvSource({
    "directories/baltimore-bahc, 1876",
    "directories/florida-ilao-hsds-transformer/examples/florida_data, 135",
    "directories/florida-ilao-hsds-transformer/spec/fixtures/base_transformer/input, 19",
    "directories/florida-ilao-hsds-transformer/spec/fixtures/base_transformer/output/data, 19",
    "directories/florida-ilao-hsds-transformer/spec/fixtures/custom/ilao/input, 429",
    "directories/florida-ilao-hsds-transformer/spec/fixtures/custom/ilao/output, 429",
    "directories/irc-integration-service-map, 464",
    "directories/normalized, 4028",
    "directories/unhcr-jordan-services-advisor, 562",
    "hsds-spec/examples, 1",
    "hsds-spec/examples/csv, 1"
  })
  void everyRowIsAccountedForAndTwiceIsNoChange(String folder, int services) throws IOException {
    Path path = Rig.shared(folder);
    assumeTrue(path != null, "no ../shared/data beside the project: real directories not imported");
    try (var rig = new Rig();
        var other = new Rig(rig)) {
      var first = rig.imported(path);

      System.out.println(folder + " " + first.ledger().sum());
      assertThat(first.ledger().tallies())
          .allSatisfy((file, tally) -> {
            assertThat(tally.read()).as(file).isEqualTo(Counted.rows(path, file));
            assertThat(tally.taken() + tally.rejected()).as(file).isEqualTo(tally.read());
          });
      assertThat(first.added()).hasSize(services);

      var second = rig.imported(path);
      assertThat(second.changed()).isEmpty();
      assertThat(second.added()).isEmpty();
      assertThat(second.missing()).isEmpty();
      assertThat(second.unchanged()).isEqualTo(services);

      var out = new StringWriter();
      new Export(rig.directory).json(out, true, true, Author.FILES);
      var again = other.imported("services.ndjson", out.toString());
      assertThat(again.ledger().sum()).isEqualTo(new Tally(services, services, 0, 0));
      assertThat(other.directory.marks()).isEqualTo(rig.directory.marks());
    }
  }
}
