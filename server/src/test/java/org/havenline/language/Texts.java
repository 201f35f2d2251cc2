package org.havenline.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.havenline.language.training.Noise;

/// The texts that judge the detector, cut to the length of messages. They lie beside the project,
/// in `shared/data/language`; without them the tests that need them are skipped.
final class Texts {
  static final long SEED = 20261124;

  /// Scripts without spaces are cut by letters: four, eight, eighteen for one, two and five words,
  /// half as many of Han characters.
  private static final Set<String> UNSPACED = Set.of("th", "lo", "km", "my");

  private static final Set<String> HAN = Set.of("zh", "ja");
  private static final int MOST = 300;

  private Texts() {}

  static Optional<Path> folder() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path found = at.resolve("shared/data/language");
      if (Files.isDirectory(found)) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /// The files of a folder by language.
  static Map<String, List<String>> read(Path folder) {
    Map<String, List<String>> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString().replaceAll("\\..+$", ""), Files.readAllLines(file));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return texts;
  }

  /// Pieces of so many words in a row, at most {@value #MOST}, chosen by chance.
  static List<String> pieces(String language, List<String> lines, int words) {
    List<String> pieces = new ArrayList<>();
    for (String line : lines) {
      boolean letters = UNSPACED.contains(language) || HAN.contains(language);
      List<String> parts = letters ? letters(line) : words(line);
      int size = letters ? (words == 5 ? 18 : 4 * words) / (HAN.contains(language) ? 2 : 1) : words;
      for (int at = 0; at + size <= parts.size(); at += size) {
        pieces.add(String.join(letters ? "" : " ", parts.subList(at, at + size)));
      }
    }
    return some(pieces);
  }

  /// Whole lines of at least four words (eight letters), cut off at fourteen words.
  static List<String> sentences(String language, List<String> lines) {
    List<String> sentences = new ArrayList<>();
    for (String line : lines) {
      if (UNSPACED.contains(language) || HAN.contains(language)) {
        if (letters(line).size() >= 8) {
          sentences.add(line);
        }
      } else {
        List<String> words = words(line);
        if (words.size() >= 4) {
          sentences.add(words.size() > 14 ? String.join(" ", words.subList(0, 14)) : line);
        }
      }
    }
    return some(sentences);
  }

  /// The lines of the training corpora that no training run reads, as a hurried thumb types them.
  static List<String> heldOutNoisy(Path folder, String language, Random random) throws IOException {
    List<String> noisy = new ArrayList<>();
    for (String source : List.of("tico19", "commonvoice", "afrisenti")) {
      for (String ending : List.of(".tsv", ".txt")) {
        Path file = folder.resolve(source).resolve(language + ending);
        if (Files.exists(file)) {
          for (String line : Files.readAllLines(file)) {
            String text = ending.equals(".tsv") ? line.substring(line.indexOf('\t') + 1) : line;
            if (Noise.heldOut(text)) {
              String typed = Noise.typo(Noise.plain(text), random);
              if (words(typed).size() >= 4) {
                noisy.add(typed);
              }
            }
          }
        }
      }
    }
    return noisy;
  }

  private static List<String> some(List<String> pieces) {
    Collections.shuffle(pieces, new Random(SEED));
    return pieces.subList(0, Math.min(MOST, pieces.size()));
  }

  private static List<String> words(String line) {
    return Arrays.stream(line.split("[^\\p{L}\\p{M}'’]+", -1))
        .filter(one -> !one.isBlank())
        .toList();
  }

  private static List<String> letters(String line) {
    List<String> letters = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
    breaks.setText(line);
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      if (Character.isLetter(line.codePointAt(from))) {
        letters.add(line.substring(from, to));
      }
      from = to;
    }
    return letters;
  }
}
