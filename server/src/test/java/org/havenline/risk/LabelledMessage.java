package org.havenline.risk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.havenline.routingconfig.RiskLevel;

/// A made-up message and what a trained responder would say of it; see `src/test/messages`.
///
/// @param language of its file
/// @param kind `signal`, or the sort of harmless message it is
record LabelledMessage(String language, RiskLevel level, String code, String kind, String text) {
  private static final String HEADER = "level\tcode\tkind\ttext";

  /// A harmless message whose words are alike, so that only its sense tells. A greeting is
  /// harmless, and easy.
  boolean isHardNegative() {
    return !kind.equals("signal") && !kind.equals("greeting");
  }

  /// All `<language>.tsv` of a folder.
  ///
  /// @throws IllegalStateException with file and line, never the text, for a row of another form
  static List<LabelledMessage> read(Path folder) {
    List<LabelledMessage> messages = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".tsv")).sorted().toList()) {
        messages.addAll(readFile(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return messages;
  }

  private static List<LabelledMessage> readFile(Path file) throws IOException {
    String name = file.getFileName().toString();
    String language = name.substring(0, name.length() - ".tsv".length());
    List<String> lines = Files.readAllLines(file);
    List<LabelledMessage> messages = new ArrayList<>();
    for (int at = 0; at < lines.size(); at++) {
      String[] row = lines.get(at).split("\t", -1);
      if (at == 0 ? !lines.getFirst().equals(HEADER) : row.length != 4) {
        throw new IllegalStateException("%s:%d is not a row of four".formatted(name, at + 1));
      }
      if (at > 0) {
        messages.add(
            new LabelledMessage(language, RiskLevel.valueOf(row[0]), row[1], row[2], row[3]));
      }
    }
    return messages;
  }
}
