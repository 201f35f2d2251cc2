package org.havenline.language.training;

import com.ibm.icu.text.Transliterator;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Writes a sentence in the Latin letters of chats, each time a little differently, for languages
/// whose romanised form has no free text. Arabic and Persian get their missing vowels by guess and
/// Arabic its digits; the scripts of India lose the vowels nobody speaks.
final class Romaniser {
  private static final Map<String, String> ICU =
      Map.ofEntries(
          Map.entry("hi", "Devanagari-Latin"),
          Map.entry("ne", "Devanagari-Latin"),
          Map.entry("bn", "Bengali-Latin"),
          Map.entry("pa", "Gurmukhi-Latin"),
          Map.entry("ta", "Tamil-Latin"),
          Map.entry("ru", "Russian-Latin/BGN"),
          Map.entry("uk", "Ukrainian-Latin/BGN"),
          Map.entry("bg", "Bulgarian-Latin/BGN"),
          Map.entry("am", "Amharic-Latin/BGN"),
          Map.entry("ti", "Amharic-Latin/BGN"),
          Map.entry("zh", "Han-Latin"));

  /// Letter, then its spellings apart by "/"; "-" is silence.
  private static final Map<Character, String[]> ARABIC =
      table(
          "ا a/a/e ب b ت t ث th/s ج j/g ح 7/7/h خ kh/5/kh د d ذ d/z/th ر r ز z س s ش sh/ch ص s ض d"
              + " ط t ظ z ع 3/3/a غ gh/g ف f ق 9/q/k/2 ك k ل l م m ن n ه h و w/ou/o/u ي y/i/i ة"
              + " a/a/eh ى a أ a إ i/e آ a ئ 2/e ؤ 2/o ء 2/- گ g پ p چ ch ڤ v");

  private static final Map<Character, String[]> PERSIAN =
      table(
          "ا a/a/aa ب b پ p ت t ث s ج j چ ch ح h خ kh د d ذ z ر r ز z ژ zh س s ش sh ص s ض z ط t ظ z"
              + " ع a/e/- غ gh ف f ق gh/q ک k ك k گ g ل l م m ن n و o/v/u ه h/e ی i/i/y ي i آ a ئ e"
              + " أ a ۀ e ښ sh/kh ځ z څ ts ټ t ډ d ړ r ږ g/zh ڼ n ګ g ې e/ee ۍ ai ه h");

  private final RandomGenerator random;
  private final Map<String, Transliterator> transliterators = new HashMap<>();

  Romaniser(RandomGenerator random) {
    this.random = random;
  }

  String write(String language, String text) {
    return switch (language) {
      case "ar" -> voweled(text, ARABIC, "aaaiieeou");
      case "fa", "ps" -> voweled(text, PERSIAN, "aaaeeeeo");
      case "hi", "ne", "bn", "pa", "ta" -> indic(transliterate(language, text));
      case "ru", "uk", "bg" -> slavic(transliterate(language, text));
      default -> Noise.plain(transliterate(language, text)).replace("'", "");
    };
  }

  private String transliterate(String language, String text) {
    return transliterators
        .computeIfAbsent(ICU.get(language), Transliterator::getInstance)
        .transliterate(text);
  }

  private String voweled(String text, Map<Character, String[]> letters, String vowels) {
    StringBuilder written = new StringBuilder();
    boolean afterConsonant = false;
    for (String word : text.split("\\s+", -1)) {
      for (int at = 0; at < word.length(); at++) {
        String[] spellings = letters.get(word.charAt(at));
        if (spellings == null) {
          continue;
        }
        String spelling = spellings[random.nextInt(spellings.length)];
        boolean vowel = !spelling.isEmpty() && "aeiou".indexOf(spelling.charAt(0)) >= 0;
        if (afterConsonant && !vowel && random.nextInt(100) < 70) {
          written.append(vowels.charAt(random.nextInt(vowels.length())));
        }
        written.append(spelling);
        afterConsonant = !vowel && !spelling.isEmpty();
      }
      written.append(' ');
      afterConsonant = false;
    }
    return written.toString().strip();
  }

  private String indic(String text) {
    // ā ī ū are long, a plain "a" may be a vowel that is written and not spoken
    String spoken = text.replaceAll("(?<=[^aeiouāīūēō\\s]{1})a\\b", "");
    if (random.nextBoolean()) {
      spoken =
          spoken.replaceAll(
              "(?<=[aeiouāīūēō][^aeiouāīūēō\\s])a(?=[^aeiouāīūēō\\s][aeiouāīūēō])", "");
    }
    spoken =
        spoken
            .replace("ś", "sh")
            .replace("ṣ", "sh")
            .replaceAll("c(?!h)", "ch")
            .replaceAll("[ṁṃm̐]\\b", "n");
    String bare = Noise.plain(either(spoken, "ā", "aa", "a"));
    bare = either(bare, "v", "w", "v");
    bare = random.nextInt(4) == 0 ? bare.replace("i", "ee").replace("u", "oo") : bare;
    return either(bare, "ph", "f", "ph");
  }

  private String slavic(String text) {
    String bare = Noise.plain(text.replace("ʹ", "").replace("ʺ", "").replace("’", ""));
    return either(either(either(bare, "y", "i", "y"), "kh", "h", "kh"), "ts", "c", "ts")
        .replace("'", "");
  }

  private String either(String text, String from, String one, String other) {
    return text.replace(from, random.nextBoolean() ? one : other);
  }

  private static Map<Character, String[]> table(String pairs) {
    Map<Character, String[]> table = new HashMap<>();
    String[] parts = pairs.strip().split("\\s+", -1);
    for (int at = 0; at < parts.length; at += 2) {
      table.put(parts[at].charAt(0), parts[at + 1].replace("-", "").split("/", -1));
    }
    return Map.copyOf(table);
  }
}
