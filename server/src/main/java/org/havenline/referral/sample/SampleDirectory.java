package org.havenline.referral.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.havenline.audit.Author;
import org.havenline.referral.imports.Import;
import org.havenline.referral.imports.Preview;
import org.havenline.referral.imports.Source;
import org.havenline.referral.imports.tables.Forms;
import org.havenline.referral.stored.Directory;
import org.havenline.routingconfig.RoutingTables;

/// The services of `routing-config/directory/sample.ndjson`: nobody in it exists. For demos, never
/// for a line that real people reach.
public final class SampleDirectory {
  /// The name of the source its services belong to.
  public static final String SOURCE = "sample";

  private static final String FILE = "sample.ndjson";

  private SampleDirectory() {}

  /// Fills a directory that holds nothing; leaves any other alone.
  ///
  /// @return how many services came
  public static int fill(Directory directory) {
    if (!directory.marks().isEmpty()) {
      return 0;
    }
    var imports = new Import(directory, Forms.shipped());
    var preview = preview(imports);
    imports.apply(preview, Author.FILES);
    return preview.added().size();
  }

  /// What an import of it would do.
  public static Preview preview(Import imports) {
    try (var reader = open()) {
      return imports.preview(new Source.Text(FILE, reader), SOURCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One HSDS 3.1 service a line.
  public static BufferedReader open() {
    var file = RoutingTables.class.getResourceAsStream("directory/" + FILE);
    return new BufferedReader(new InputStreamReader(Objects.requireNonNull(file), UTF_8));
  }
}
