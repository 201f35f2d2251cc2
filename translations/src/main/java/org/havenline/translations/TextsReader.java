package org.havenline.translations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.havenline.translations.arb.ArbFile;
import org.havenline.translations.arb.ArbReader;

/// Reads a folder of texts once.
final class TextsReader {
  static final List<String> SHIPPED =
      List.of("ar", "de", "en", "es", "fr", "pl", "pt-BR", "ro", "ru", "uk");
  static final List<String> SHIPPED_BANNED =
      List.of("ar", "de", "en", "es", "fr", "pl", "pt", "ro", "ru", "uk");
  private static final int MOST_FILES = 300;

  private final List<Finding> findings = new ArrayList<>();
  private final List<ArbFile> files = new ArrayList<>();

  Reading shipped() {
    SHIPPED.forEach(locale -> take(locale + ".arb", resource("texts/" + locale + ".arb")));
    return close("texts", shippedBanned());
  }

  /// An operator's banned words, in `banned-words` beside or in the folder, add to the shipped
  /// ones.
  Reading read(Path folder) {
    each(folder, ".arb").forEach(this::take);
    var banned = shippedBanned();
    for (var where :
        List.of(folder.resolve("banned-words"), folder.resolveSibling("banned-words"))) {
      if (Files.isDirectory(where)) {
        each(where, ".txt")
            .forEach((name, bytes) ->
                banned.merge(
                    name.replace(".txt", ""),
                    new String(bytes, StandardCharsets.UTF_8),
                    (a, b) -> a + "\n" + b));
      }
    }
    return close(String.valueOf(folder.getFileName()), banned);
  }

  private Map<String, byte[]> each(Path folder, String ending) {
    var all = new TreeMap<String, byte[]>();
    try (var entries = Files.list(folder)) {
      for (var file : entries.limit(MOST_FILES).toList()) {
        var name = String.valueOf(file.getFileName());
        if (name.endsWith(ending)) {
          try (var in = Files.newInputStream(file)) {
            all.put(name, in.readNBytes(ArbReader.MOST_BYTES + 1));
          }
        }
      }
    } catch (IOException unreadable) {
      findings.add(
          new Finding(
              String.valueOf(folder.getFileName()),
              0,
              "the folder cannot be read",
              "Check that it exists and its rights"));
    }
    return all;
  }

  private void take(String name, byte[] bytes) {
    ArbReader.read(name, bytes, findings).ifPresent(files::add);
  }

  private Reading close(String folder, Map<String, String> bannedFiles) {
    var banned = new BannedWords(bannedFiles);
    var english = files.stream().filter(file -> file.locale().equals(Fallback.LAST)).findFirst();
    if (english.isEmpty()) {
      findings.add(
          new Finding(folder, 0, "en.arb is missing or broken", "Every other language needs it"));
    } else {
      if (!english.get().entries().containsKey(Texts.PAGE)) {
        findings.add(
            new Finding("en.arb", 0, "'page' is missing", "People on call are texted with it"));
      }
      findings.addAll(TextChecks.of(files, english.get(), banned));
    }
    return findings.isEmpty()
        ? new Reading.Sound(new Texts(files, banned))
        : new Reading.Faulty(
            findings.stream()
                .sorted(Comparator.comparing(Finding::file).thenComparingInt(Finding::line))
                .toList());
  }

  private static Map<String, String> shippedBanned() {
    var all = new HashMap<String, String>();
    SHIPPED_BANNED.forEach(language ->
        all.put(
            language,
            new String(resource("banned-words/" + language + ".txt"), StandardCharsets.UTF_8)));
    return all;
  }

  private static byte[] resource(String name) {
    try (var in = TextsReader.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException("the jar is broken", broken);
    }
  }
}
