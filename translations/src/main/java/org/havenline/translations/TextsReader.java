package org.havenline.translations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.havenline.translations.arb.ArbFile;
import org.havenline.translations.arb.ArbReader;
import org.havenline.translations.check.BannedWords;
import org.havenline.translations.check.TextChecks;
import org.havenline.translations.locale.Fallback;
import org.jspecify.annotations.Nullable;

/// Reads texts once: the shipped ones, and those of an operator that lie over them.
final class TextsReader {
  /// By locale; a file of texts for each lies in `texts`, and one of its language in
  /// `banned-words`.
  static final List<String> SHIPPED =
      List.of(
          ("am ar bg bn ckb de el en es fa fr ha hi ht hu id ig it ja km kmr ko lo my ne nl pa pl"
                  + " prs ps pt-BR pt-PT ro ru si so sq sr sr-Latn sw ta th ti tl tr uk ur vi yo"
                  + " zh-Hans zh-Hant")
              .split(" "));

  private static final int MOST_FILES = 300;

  private final LocalDate today;
  private final List<Finding> findings = new ArrayList<>();

  /// @param today no review of a text is later
  TextsReader(LocalDate today) {
    this.today = today;
  }

  /// A test has checked them; to do so at every start would take a second or two.
  Reading shipped() {
    return close(List.of(), shippedFiles(), shippedBanned());
  }

  /// What a folder does not have comes from the shipped file of that locale. An operator's banned
  /// words, in `banned-words` beside or in the folder, add to the shipped ones.
  Reading read(Path folder) {
    var shipped = shippedFiles();
    var own = new TreeMap<String, ArbFile>();
    each(folder, ".arb")
        .forEach(
            (name, bytes) -> take(name, bytes).ifPresent(file -> own.put(file.locale(), file)));
    var merged = new TreeMap<>(shipped);
    own.forEach((locale, file) -> merged.merge(locale, file, (below, above) -> above.over(below)));
    var toCheck = new ArrayList<>(own.values());
    var english = Optional.ofNullable(own.get(Fallback.LAST));
    english.ifPresent(changed ->
        shipped
            .values()
            .forEach(file -> toCheck.add(underneath(file, changed, own.get(file.locale())))));
    return close(toCheck, merged, banned(folder));
  }

  /// Shipped translations of English texts that an operator changed, and did not translate.
  private static ArbFile underneath(ArbFile file, ArbFile english, @Nullable ArbFile over) {
    var rest = new HashSet<>(english.entries().keySet());
    if (over != null) {
      rest.removeAll(over.entries().keySet());
    }
    return file.only(rest).named(file.name() + " (shipped)");
  }

  private Map<String, String> banned(Path folder) {
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
    return banned;
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

  private Optional<ArbFile> take(String name, byte[] bytes) {
    return ArbReader.read(name, bytes, today, findings);
  }

  /// @param checked each file once, under the name by which its faults are found
  /// @param all by locale, as they are said
  private Reading close(
      Collection<ArbFile> checked, Map<String, ArbFile> all, Map<String, String> bannedFiles) {
    var banned = new BannedWords(bannedFiles);
    var english = Objects.requireNonNull(all.get(Fallback.LAST), "English is shipped");
    findings.addAll(TextChecks.of(List.copyOf(checked), english, banned));
    return findings.isEmpty()
        ? new Reading.Sound(new Texts(all.values(), banned))
        : new Reading.Faulty(
            findings.stream()
                .sorted(Comparator.comparing(Finding::file).thenComparingInt(Finding::line))
                .toList());
  }

  private Map<String, ArbFile> shippedFiles() {
    var all = new TreeMap<String, ArbFile>();
    for (var locale : SHIPPED) {
      var name = locale + ".arb";
      take(name, resource("texts/" + name)).ifPresent(file -> all.put(locale, file));
    }
    return all;
  }

  private static Map<String, String> shippedBanned() {
    var all = new HashMap<String, String>();
    for (var locale : SHIPPED) {
      all.computeIfAbsent(
          Locale.forLanguageTag(locale).getLanguage(),
          language ->
              new String(resource("banned-words/" + language + ".txt"), StandardCharsets.UTF_8));
    }
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
