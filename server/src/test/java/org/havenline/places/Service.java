package org.havenline.places;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.havenline.audit.Author;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.imports.Import;
import org.havenline.referral.imports.Preview;
import org.havenline.referral.imports.Source;
import org.havenline.referral.imports.tables.Forms;
import org.havenline.referral.stored.Directory;

/// A made-up shelter that reports by text.
final class Service {
  static final ServiceId ROWAN = new ServiceId("7a1b6a0e-0000-4000-8000-000000000001");
  static final String NUMBER = "+15005550141";

  private static final String RECORD =
      """
      {"id": "%s", "name": "House Rowan", "status": "active", "description": "Beds for the night.",
       "organization": {"name": "Rowan"},
       "capacities": [{"id": "c1", "available": 9, "maximum": 12, "updated": "2026-03-01T08:00:00Z",
         "unit": {"id": "u1", "name": "women"}}],
       "havenline": {"language": "de", "vetting": "vetted", "kinds": ["shelter"],
         "eligibility": {"genders": ["woman"]}, "reports_by": ["%s"]}}
      """
          .formatted(ROWAN.value(), NUMBER);

  private Service() {}

  static Preview imported(Directory directory) {
    try {
      var imports = new Import(directory, Forms.shipped());
      var file = Files.createTempDirectory("havenline-places").resolve("s.ndjson");
      Files.write(file, RECORD.replace("\n", " ").getBytes(UTF_8));
      var preview = imports.preview(new Source.Place(file), "test");
      imports.apply(preview, Author.FILES);
      return preview;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
