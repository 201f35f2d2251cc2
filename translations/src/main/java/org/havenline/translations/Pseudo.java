package org.havenline.translations;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.havenline.translations.arb.ArbFile;
import org.havenline.translations.arb.ArbFile.Entry;

/// English that is made to look foreign, for tests of whatever shows texts: what is not so was
/// never taken from the texts, and what is cut has too little room. Places and forms of numbers
/// stay.
public final class Pseudo {
  /// Accents on all letters, four tenths longer, in brackets.
  public static final String ACCENTED = "en-XA";

  /// English written from right to left.
  public static final String MIRRORED = "ar-XB";

  private static final String PLAIN = "AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz";
  private static final String WITH_ACCENTS = "ÅåƁƀÇçÐðÉéƑƒĜĝĤĥÎîĴĵĶķĻļṀṁÑñÖöÞþǪǫŔŕŠšŢţÛûṼṽŴŵẊẋÝýŽž";
  private static final double LONGER = 1.4;

  private Pseudo() {}

  /// All texts, and both of these beside.
  public static Texts beside(Texts texts) {
    return texts.with(
        List.of(
            made(
                texts.english(),
                ACCENTED,
                message -> "[" + Walk.over(message, Pseudo::accents) + "]"),
            made(texts.english(), MIRRORED, message -> Walk.over(message, Pseudo::mirror))));
  }

  private static ArbFile made(ArbFile english, String locale, UnaryOperator<String> change) {
    var all = new HashMap<String, Entry>();
    english
        .entries()
        .forEach((key, entry) ->
            all.put(key, new Entry(change.apply(entry.message()), entry.line(), entry.notes())));
    return new ArbFile(locale + ".arb", locale, Map.copyOf(all));
  }

  private static String accents(String text) {
    var out = new StringBuilder();
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      int known = PLAIN.indexOf(text.charAt(i));
      char c = known < 0 ? text.charAt(i) : WITH_ACCENTS.charAt(known);
      letters += known < 0 ? 0 : 1;
      out.append(c);
      if ("aeiou".indexOf(text.charAt(i)) >= 0) {
        out.append(c);
      }
    }
    int longer = (int) Math.ceil(letters * (LONGER - 1)) - (out.length() - text.length());
    return out.append("~".repeat(Math.max(0, longer))).toString();
  }

  /// Each word, so that a line still breaks between words.
  private static String mirror(String text) {
    return text.replaceAll("[\\p{L}\\p{N}]+", "\u200F\u202E$0\u202C\u200F");
  }

  /// The literal parts of a message, changed; its places and forms as they are.
  private record Walk(String message, MessagePattern pattern, UnaryOperator<String> change) {
    static String over(String message, UnaryOperator<String> change) {
      var out = new StringBuilder();
      new Walk(message, new MessagePattern(message), change).text(0, out);
      return out.toString();
    }

    /// From after the start of a message to before its end.
    private void text(int start, StringBuilder out) {
      int done = pattern.getPart(start).getLimit();
      for (int i = start + 1; ; i++) {
        var part = pattern.getPart(i);
        out.append(change.apply(message.substring(done, part.getIndex())));
        if (part.getType() == Part.Type.MSG_LIMIT) {
          return;
        }
        if (part.getType() == Part.Type.ARG_START) {
          place(i, out);
          i = pattern.getLimitPartIndex(i);
        } else {
          out.append(message, part.getIndex(), part.getLimit());
        }
        done = pattern.getPart(i).getLimit();
      }
    }

    private void place(int start, StringBuilder out) {
      int end = pattern.getLimitPartIndex(start);
      int done = pattern.getPart(start).getIndex();
      for (int i = start + 1; i < end; i++) {
        if (pattern.getPartType(i) == Part.Type.MSG_START) {
          out.append(message, done, pattern.getPart(i).getLimit());
          text(i, out);
          i = pattern.getLimitPartIndex(i);
          done = pattern.getPart(i).getIndex();
        }
      }
      out.append(message, done, pattern.getPart(end).getLimit());
    }
  }
}
