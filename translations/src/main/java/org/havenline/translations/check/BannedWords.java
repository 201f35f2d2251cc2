package org.havenline.translations.check;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.translations.locale.Fallback;

/// Words that would tell whoever sees a person's phone what it is about. Those of English hold in
/// every language, since they are known everywhere.
///
/// A word hits where a word of the text begins with it, with `*` in front of it anywhere in a word.
/// In a script that is written without spaces nobody can tell where a word begins, so there it hits
/// anywhere.
public final class BannedWords {
  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  /// Signs inside of words that change how they are joined or broken. Some people write them, some
  /// do not; so they part words once, and once they are not there.
  private static final Pattern JOINERS = Pattern.compile("[\\p{Cf}\\u034F]+");

  /// What may be left out in writing: vowels of Arabic, its long stroke, the dot that is left of İ.
  private static final Pattern OPTIONAL = Pattern.compile("[\\u064B-\\u0652\\u0670\\u0640\\u0307]");

  /// Marks of tone that most people do not write on a phone; the dots below stay.
  private static final Pattern TONES = Pattern.compile("[\\u0300\\u0301\\u0304]");

  private static final Set<String> TONES_OPTIONAL = Set.of("yo", "ig");

  private static final Set<UnicodeScript> WITHOUT_SPACES =
      EnumSet.of(
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR,
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA);

  private final Map<String, List<Banned>> byLanguage;

  /// @param listed as its file has it
  /// @param bare folded, without the star
  /// @param spaced whether its script parts words
  private record Banned(String listed, String bare, boolean spaced) {
    static Banned of(String listed, String language) {
      var word = listed.startsWith("*") ? listed.substring(1) : listed;
      var bare = JOINERS.matcher(fold(word, language)).replaceAll("");
      boolean spaced =
          bare.codePoints().noneMatch(letter -> WITHOUT_SPACES.contains(UnicodeScript.of(letter)));
      return new Banned(listed, bare, spaced);
    }

    boolean hits(String word) {
      return listed.startsWith("*") ? word.contains(bare) : word.startsWith(bare);
    }
  }

  /// @param files text of each file by language
  public BannedWords(Map<String, String> files) {
    byLanguage =
        files.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, file -> words(file.getKey(), file.getValue())));
  }

  /// The first banned word in a text, if any, of her language and those that she also reads.
  ///
  /// @param locale BCP 47 tag
  public Optional<String> in(String text, String locale) {
    return Fallback.of(locale).stream()
        .map(BannedWords::language)
        .distinct()
        .flatMap(language -> hits(language, text))
        .findFirst();
  }

  public boolean covers(String locale) {
    return byLanguage.containsKey(language(locale));
  }

  private Stream<String> hits(String language, String text) {
    var folded = fold(text, language);
    var whole = JOINERS.matcher(folded).replaceAll("");
    var words =
        Stream.of(JOINERS.matcher(folded).replaceAll(" "), whole)
            .flatMap(NOT_A_WORD::splitAsStream)
            .toList();
    var unspaced = NOT_A_WORD.matcher(whole).replaceAll("");
    return byLanguage.getOrDefault(language, List.of()).stream()
        .filter(banned ->
            banned.spaced()
                ? words.stream().anyMatch(banned::hits)
                : unspaced.contains(banned.bare()))
        .map(Banned::listed);
  }

  private static List<Banned> words(String language, String file) {
    return file.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(line -> Banned.of(line, language))
        .toList();
  }

  private static String fold(String text, String language) {
    var apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    var plain = OPTIONAL.matcher(apart).replaceAll("");
    var toneless = TONES_OPTIONAL.contains(language) ? TONES.matcher(plain).replaceAll("") : plain;
    return Normalizer.normalize(toneless, Normalizer.Form.NFC)
        .replace('ي', 'ی')
        .replace('ى', 'ی')
        .replace('ك', 'ک')
        .replace('ı', 'i');
  }

  private static String language(String locale) {
    return Locale.forLanguageTag(locale).getLanguage();
  }
}
