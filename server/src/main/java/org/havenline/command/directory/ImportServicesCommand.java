package org.havenline.command.directory;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.havenline.audit.Author;
import org.havenline.command.Refused;
import org.havenline.referral.imports.Import;
import org.havenline.referral.imports.Preview;
import org.havenline.referral.imports.Source;
import org.havenline.referral.imports.UnreadableSource;
import org.havenline.referral.imports.tables.Forms;
import org.havenline.referral.stored.Directory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `import-services`: services of other directories into ours.
@Command(
    name = "import-services",
    mixinStandardHelpOptions = true,
    description = {
      "Imports services: HSDS 1.1 to 3.1 as JSON, JSON lines or a package of CSV files, Ohana's"
          + " CSV,",
      "and other forms by a mapping. Says first what would change, then changes it. Staff's own",
      "fields (vetting, confidential, texts) stay; what a source has no more is kept and marked."
    })
public final class ImportServicesCommand implements Runnable {
  @Parameters(paramLabel = "FILE|FOLDER|ADDRESS", description = "https only, unless --unencrypted")
  private String from = "";

  @Option(names = "--dry-run", description = "says what would change, and changes nothing")
  private boolean dryRun;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "whose services they are; default: the name of the file, folder or host")
  private @Nullable String source;

  @Option(names = "--mapping", paramLabel = "FILE", description = "a form of one's own, YAML")
  private @Nullable Path mapping;

  @Option(names = "--unencrypted", description = "takes http addresses as well")
  private boolean unencrypted;

  @Option(names = "--all", description = "lists every repair and every row left out")
  private boolean all;

  private final PrintStream out;
  private final OpenDirectory open;

  public ImportServicesCommand(PrintStream out, OpenDirectory open) {
    this.out = out;
    this.open = open;
  }

  /// @throws Refused when there is nothing to read
  @Override
  public void run() {
    var forms = forms();
    open.with(directory -> imported(directory, forms));
  }

  private void imported(Directory directory, Forms forms) {
    var imports = new Import(directory, forms);
    Preview preview;
    try {
      var place = place();
      preview = imports.preview(place, Optional.ofNullable(source).orElse(place.name()));
    } catch (UnreadableSource e) {
      throw new Refused(List.of(String.valueOf(e.getMessage())));
    }
    out.println(ImportReport.of(preview, all));
    if (dryRun) {
      out.println("Nothing was changed.");
      return;
    }
    var skipped = imports.apply(preview, Author.FILES);
    out.println("Imported.");
    skipped.forEach(id ->
        out.println(
            "%s was changed by somebody else meanwhile: import again.".formatted(id.value())));
  }

  private Source place() {
    if (!from.matches("(?i)https?://.*")) {
      return new Source.Place(Path.of(from));
    }
    try {
      return new Source.Web(URI.create(from), unencrypted);
    } catch (IllegalArgumentException e) {
      throw new Refused(List.of("That is no address. Write it as https://example.org/services"));
    }
  }

  private Forms forms() {
    if (mapping == null) {
      return Forms.shipped();
    }
    try (var in = Files.newInputStream(mapping)) {
      return Forms.shipped().and(in);
    } catch (IOException e) {
      throw new Refused(List.of("%s: %s".formatted(mapping, e.getMessage())));
    }
  }
}
