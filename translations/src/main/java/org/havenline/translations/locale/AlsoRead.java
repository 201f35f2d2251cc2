package org.havenline.translations.locale;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who surely reads what, and what old names of languages are called today. Only what is taught in
/// all schools there, or differs by hardly more than its name; in the script that she reads.
final class AlsoRead {

  /// Names that browsers and phones still send. Kurdish alone is Kurmanji, in Iraq and Iran Sorani;
  /// Serbo-Croatian was written in both scripts, of which all read the Latin one.
  private static final Map<String, String> TODAY =
      Map.ofEntries(
          Map.entry("iw", "he"),
          Map.entry("in", "id"),
          Map.entry("ji", "yi"),
          Map.entry("jw", "jv"),
          Map.entry("mo", "ro"),
          Map.entry("no", "nb"),
          Map.entry("sh", "sr-Latn"),
          Map.entry("cmn", "zh"),
          Map.entry("yue", "zh-Hant"),
          Map.entry("zh-yue", "zh-Hant"),
          Map.entry("zh-HK", "zh-Hant-HK"),
          Map.entry("zh-MO", "zh-Hant-MO"),
          Map.entry("zh-TW", "zh-Hant-TW"),
          Map.entry("sr-ME", "sr-Latn-ME"),
          Map.entry("ku-Arab", "ckb"),
          Map.entry("ku-IQ", "ckb-IQ"),
          Map.entry("ku-IR", "ckb-IR"),
          Map.entry("pa-PK", "pa-Arab-PK"),
          Map.entry("swh", "sw"),
          Map.entry("swc", "sw"),
          Map.entry("arb", "ar"),
          Map.entry("pes", "fa"),
          Map.entry("pbu", "ps"),
          Map.entry("pst", "ps"),
          Map.entry("pbt", "ps"),
          Map.entry("aln", "sq"),
          Map.entry("als", "sq"),
          Map.entry("npi", "ne"),
          Map.entry("hat", "ht"));

  private static final Map<String, List<String>> BY = by();

  private AlsoRead() {}

  /// A tag with the name its language has today.
  static String today(String tag) {
    for (var rest = tag; !rest.isEmpty(); ) {
      var now = TODAY.get(rest);
      if (now != null) {
        return now + tag.substring(rest.length());
      }
      int cut = rest.lastIndexOf('-');
      rest = cut < 0 ? "" : rest.substring(0, cut);
    }
    return tag;
  }

  /// What a reader of this language or locale surely reads besides, the nearest first.
  static List<String> by(String tag) {
    return BY.getOrDefault(tag, List.of());
  }

  private static Map<String, List<String>> by() {
    var all = new HashMap<String, List<String>>();
    // Dari is read by readers of Persian, and the other way round; Sorani by nobody but its own
    all.put("prs", List.of("fa-AF", "fa"));
    all.put("fa-AF", List.of("prs", "fa"));
    all.put("fa", List.of("prs"));
    all.put("haz", List.of("prs", "fa"));
    all.put("ku", List.of("kmr"));
    all.put("kmr", List.of("ku"));
    all.put("pa-Arab", List.of("ur"));
    all.put("pnb", List.of("ur"));
    all.put("pt", List.of("pt-BR", "pt-PT"));
    all.put("pt-PT", List.of("pt", "pt-BR"));
    all.put("tl", List.of("fil"));
    all.put("fil", List.of("tl"));
    for (var ofThePhilippines : List.of("ceb", "ilo", "hil", "war", "bik", "pam", "pag")) {
      all.put(ofThePhilippines, List.of("fil", "tl"));
    }
    for (var spokenArabic :
        List.of(
            "acm", "aeb", "afb", "apc", "apd", "ajp", "arq", "ars", "ary", "arz", "ayl", "ayn")) {
      all.put(spokenArabic, List.of("ar"));
    }
    for (var likeSerbian : List.of("bs", "hr", "cnr")) {
      all.put(likeSerbian, List.of("sr-Latn"));
    }
    for (var ofSpain : List.of("ca", "gl", "eu", "ast")) {
      all.put(ofSpain, List.of("es"));
    }
    for (var ofIndonesia : List.of("jv", "su", "min", "ban", "bug")) {
      all.put(ofIndonesia, List.of("id"));
    }
    all.put("ms", List.of("id"));
    all.put("nb", List.of("no"));
    all.put("nn", List.of("nb", "no"));
    all.put("be", List.of("ru"));
    all.put("gsw", List.of("de"));
    all.put("bar", List.of("de"));
    all.put("lb", List.of("de", "fr"));
    return Map.copyOf(all);
  }
}
