package org.havenline.testing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Texts sent to break or to stall whatever reads messages: emoji and combining marks, directions,
/// look-alikes, broken Unicode, query languages, regular expressions, markup, formulas, paths. Each
/// has 50 KB in UTF-8 unless its name says otherwise; the web chat lets 64 KB in, a text message
/// has 1,600 characters.
public final class HostileTexts {
  private static final int SIZE = 50_000;
  private static final String ORDINARY = " he took my passport, help me tonight ";

  private HostileTexts() {}

  /// What the texts are made of, by name.
  private static Map<String, String> pieces() {
    var pieces = new LinkedHashMap<String, String>();
    pieces.put("one letter", "a");
    pieces.put("joined emoji", "👩‍👩‍👧‍👦🏳️‍🌈👍🏽");
    pieces.put("flags", "🇺🇦🇬🇧🏴\udb40\udc67\udb40\udc62\udb40\udc7f");
    pieces.put("endless emoji", "👩\u200d");
    pieces.put("skin tones", "👍\ud83c\udfff\ud83c\udffb");
    pieces.put("combining marks", "\u0301\u0327\u0489");
    pieces.put("marks on letters", "e\u0301\u0302\u0303\u0304 ");
    pieces.put("enclosing and joiners", "\u20dd\u200c\u200d\ufe0f");
    pieces.put("overrides", "\u202eem llik\u202c ");
    pieces.put("isolates", "\u2066\u2067help\u2069 ");
    pieces.put("unclosed directions", "\u202a\u202b\u202d");
    pieces.put("look-alikes", "hеlp mе раssроrt ");
    pieces.put("mathematical letters", "𝐡𝐞𝐥𝐩 𝗺𝗲 ");
    pieces.put("full width", "ｈｅｌｐ　ｍｅ ");
    pieces.put("numbers like a sender", "+00000000 ");
    pieces.put("digits of other scripts", "٣۳३๓𝟛");
    pieces.put("lone surrogates", "\ud83d\udc00x\udc00\ud800");
    pieces.put("controls", "\u0000\u0001\r\n\u0085\ufeff\u2028");
    pieces.put("not characters", "\uffff\ufffe\ufdd0\ufffd");
    pieces.put("private use", "\ue000\udb80\udc00");
    pieces.put("polyglot", "GIF89a\u0000<svg onload=x>%PDF-1.7 PK\u0003\u0004 ");
    pieces.put("tiny messages", "a\n");
    pieces.put("query clauses", "a OR b AND NOT c ");
    pieces.put("query stars", "*a*b* ?x? ");
    pieces.put("query regex", "/(.*a){30}/ ");
    pieces.put("query fuzzy", "passport~2 ");
    pieces.put("query parentheses", "((((");
    pieces.put("query boost", "a^1e38 [a TO z] {* TO *} ");
    pieces.put("query fields", "secret:x _id:* \\:\\\\ ");
    pieces.put("query functions", "fn:ordered(fn:or( ");
    pieces.put("evil regex (a+)+", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!");
    pieces.put("evil regex email", "a@a.a.a.a.a.");
    pieces.put("evil regex digits", "1.1.1.1,");
    pieces.put("evil regex spaces", "                                x");
    pieces.put("unspaced Thai", "ช่วยด้วยเขาจะฆ่าฉัน");
    pieces.put("unspaced Khmer", "ជួយខ្ញុំផង");
    pieces.put("unspaced Burmese", "ကူညီပါ");
    pieces.put("unspaced Chinese", "救命他要杀我");
    pieces.put("Arabic marks", "سَيَقْتُلُنِي ");
    pieces.put("Arabic ligatures", "ﷺﷻﷲ");
    pieces.put("Hangul letters", "ᄀ\u1161\u11a8");
    pieces.put("Zalgo", "h\u0335\u0321\u0300\u0301e\u0338\u0322\u0302l\u0337\u0323p ");
    pieces.put("apostrophes", "'’‘`");
    pieces.put("hyphens", "a-b-");
    pieces.put("markup", "<!ENTITY a \"&b;&b;&b;\"><Say>x</Say>");
    pieces.put("formula", "=cmd|' /C calc'!A0,");
    pieces.put("paths", "../..%2e%2e%252f");
    pieces.put("templates", "${jndi:x}{{7*7}}%s%n{0}");
    pieces.put("languages mixed", "help ayuda مساعدة допомога 救命 ช่วย ");
    pieces.put("İ and ſ", "İıſßŉ");
    return pieces;
  }

  /// Each piece over and over, alone, and among ordinary words; with some of their own making.
  public static Map<String, String> all() {
    var texts = new LinkedHashMap<String, String>();
    pieces()
        .forEach((name, piece) -> {
          texts.put(name, filled(piece));
          texts.put(name + ", among words", filled(piece + ORDINARY));
          texts.put(name + ", in one word", filled("x" + piece.strip()));
        });
    texts.put("words of rules", filled(ORDINARY));
    texts.put("different words", different(" "));
    texts.put("different, unspaced", different(""));
    texts.put("one mark, 10,000 times", "e" + "\u0301".repeat(10_000));
    texts.put("nested, 10,000 deep", "(".repeat(10_000) + "a" + ")".repeat(10_000));
    texts.put("blank", " ".repeat(SIZE));
    texts.put("empty", "");
    return texts;
  }

  /// Numbers a sender may claim to have.
  public static List<String> senders() {
    return List.of(
        "",
        "+",
        "+0",
        "+00",
        "++1",
        "+1".repeat(500),
        "+" + "9".repeat(1_000),
        "0049",
        "49",
        "12345",
        "HAVENLINE",
        "ＨＡＶＥＮ",
        "+٣٨٠٩٣",
        "+38o93",
        "+1\u0000",
        "+1\r\nTo: x",
        "+380\u202e93",
        "whatsapp:+38093",
        "xn--e1afmkfd",
        "+1 (202) 555-0199",
        "+-1",
        "+1e9",
        "=1+1");
  }

  private static String filled(String piece) {
    var text = new StringBuilder();
    int bytes = piece.getBytes(StandardCharsets.UTF_8).length;
    for (int left = SIZE / bytes; left > 0; left--) {
      text.append(piece);
    }
    return text.toString();
  }

  private static String different(String between) {
    return IntStream.range(0, 8_000)
        .mapToObj(i -> Integer.toString(i * 7919 + 60_466_176, 36))
        .collect(Collectors.joining(between));
  }
}
