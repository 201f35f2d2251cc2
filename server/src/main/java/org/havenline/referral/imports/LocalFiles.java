package org.havenline.referral.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.havenline.referral.imports.report.Ledger;
import org.havenline.referral.imports.report.Origin;

/// Files and folders of the machine.
final class LocalFiles {
  private LocalFiles() {}

  /// @throws UnreadableSource when no file there is of a known kind
  static void gather(Source.Place place, Gathering gathering, Ledger ledger) throws IOException {
    var files = files(place.path());
    if (files.isEmpty()) {
      throw new UnreadableSource(
          place.path() + " holds no .csv, .json, .jsonl or .ndjson file. Name another one.");
    }
    for (var file : files) {
      var name = file.getFileName().toString();
      // bytes that are no UTF-8 become the sign for it: a wrong letter, not a lost record
      try (var reader =
          new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
        gathering.file(name, reader);
      } catch (IOException e) {
        ledger.read(name);
        ledger.rejected(new Origin(name, 0), "", "the file cannot be read to its end");
        ledger.brokenOff();
      }
    }
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new UnreadableSource(path + " does not exist. Check the name.");
    }
    if (!Files.isDirectory(path)) {
      return Gathering.known(String.valueOf(path.getFileName())) ? List.of(path) : List.of();
    }
    try (Stream<Path> all = Files.list(path)) {
      return all.filter(file ->
              Files.isRegularFile(file) && Gathering.known(String.valueOf(file.getFileName())))
          .sorted()
          .toList();
    }
  }
}
