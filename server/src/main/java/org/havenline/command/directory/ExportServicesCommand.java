package org.havenline.command.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.havenline.audit.Author;
import org.havenline.command.Refused;
import org.havenline.referral.exports.Export;
import org.havenline.referral.exports.TableFiles;
import org.havenline.referral.stored.Directory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `export-services`: the directory as HSDS 3.1.
@Command(
    name = "export-services",
    mixinStandardHelpOptions = true,
    description = {
      "Writes all services as HSDS 3.1: a .json file (a list in the full form), a .ndjson or"
          + " .jsonl",
      "file (one on each line), or a folder of CSV files. Imported again it is the same."
    })
public final class ExportServicesCommand implements Runnable {
  @Parameters(paramLabel = "FILE|FOLDER", description = "nothing there is replaced")
  private Path to = Path.of("");

  @Option(
      names = "--with-confidential",
      description = "with the addresses of confidential places; noted in the audit log")
  private boolean places;

  private final PrintStream out;
  private final OpenDirectory open;

  public ExportServicesCommand(PrintStream out, OpenDirectory open) {
    this.out = out;
    this.open = open;
  }

  /// @throws Refused when nothing can be written there
  @Override
  public void run() {
    if (Files.exists(to)) {
      throw new Refused(List.of(to + " is there already. Name another one, or move it."));
    }
    open.with(this::export);
  }

  private void export(Directory directory) {
    try {
      out.printf("%,d services written.%n", written(new Export(directory)));
    } catch (IOException e) {
      throw new Refused(List.of(to + " cannot be written. Check its folder and its rights."));
    }
  }

  private int written(Export export) throws IOException {
    var name = to.toString();
    boolean lines = name.endsWith(".ndjson") || name.endsWith(".jsonl");
    if (!lines && !name.endsWith(".json")) {
      return export.tables(new TableFiles(to), places, Author.FILES);
    }
    // for its owner alone: it may hold what nobody else may see
    Files.createFile(
        to, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var writer = Files.newBufferedWriter(to, UTF_8)) {
      return export.json(writer, lines, places, Author.FILES);
    }
  }
}
