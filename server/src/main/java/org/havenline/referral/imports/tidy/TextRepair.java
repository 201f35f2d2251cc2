package org.havenline.referral.imports.tidy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Repairs texts as real directories hold them: letters that went through the wrong encoding, line
/// ends written out, markup, control characters. Doing it again changes nothing.
final class TextRepair {
  /// What repairs uncover may need repair again; more rounds than these no honest text needs.
  private static final int ROUNDS = 4;

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Charset DOS = Charset.forName("IBM437");

  /// UTF-8 read as Windows-1252: `Ã©`, `â€™`. Other first letters are honest ones too often.
  private static final Pattern AS_WINDOWS =
      Pattern.compile(
          "[\u00C2\u00C3][\u0080-\u00BF]|\u00E2[€\u0080-\u0084\u0086‚„†][\u0080-\u00BF‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]");

  /// UTF-8 read as code page 437, the Greek letter often lost as well: `ΓÇÖ`, `GÇÖ`.
  private static final Pattern AS_DOS = Pattern.compile("[GΓ]Ç([\u00A0-\u00FF¥£₧ƒª])");

  private static final Pattern WRITTEN_END = Pattern.compile("\\\\r\\\\n|\\\\n|\\\\r(?![a-z])");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\uFFFE\uFFFF&&[^\\n\\t]]");
  private static final Pattern UNSEEN = Pattern.compile("(?is)<(script|style)\\b.*?(</\\1\\s*>|$)");
  private static final Pattern BREAK =
      Pattern.compile("(?i)</?(p|br|div|ul|ol|li|tr|table|h[1-6])\\b[^<>]{0,1000}>");
  private static final Pattern TAG =
      Pattern.compile(
          "(?i)</?(a|b|i|u|em|strong|span|font|small|sup|sub|td|th|tbody|img|blockquote)\\b[^<>]{0,1000}>|<!--.{0,1000}?-->");
  private static final Pattern ENTITY =
      Pattern.compile("&(#\\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-z]{2,6});");
  private static final Map<String, String> ENTITIES =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("rsquo", "’"),
          Map.entry("lsquo", "‘"),
          Map.entry("rdquo", "”"),
          Map.entry("ldquo", "“"),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("bull", "•"),
          Map.entry("eacute", "é"));

  private static final Pattern ENDS = Pattern.compile("[ \\t]*\\n[ \\t]*");
  private static final Pattern MANY_ENDS = Pattern.compile("\\n{3,}");

  private TextRepair() {}

  static String repaired(String text, String field, Notes notes) {
    var now = text.strip();
    for (int i = 0; i < ROUNDS; i++) {
      var before = now;
      now = step(now, TextRepair::endings, field, "line ends were written out", notes);
      now =
          step(
              now, TextRepair::encoding, field, "letters had gone through another encoding", notes);
      now = step(now, TextRepair::markup, field, "markup was taken out", notes);
      now =
          step(
              now,
              t -> CONTROL.matcher(t.replace("\r\n", "\n").replace('\r', '\n')).replaceAll(""),
              field,
              "control characters were taken out",
              notes);
      now = MANY_ENDS.matcher(ENDS.matcher(now).replaceAll("\n")).replaceAll("\n\n").strip();
      if (now.equals(before)) {
        break;
      }
    }
    return now;
  }

  private static String step(
      String text, UnaryOperator<String> repair, String field, String reason, Notes notes) {
    var after = repair.apply(text);
    if (!after.equals(text)) {
      notes.repaired(field, reason);
    }
    return after;
  }

  private static String endings(String text) {
    return text.indexOf('\\') < 0 ? text : WRITTEN_END.matcher(text).replaceAll("\n");
  }

  private static String encoding(String text) {
    var mended = AS_WINDOWS.matcher(text).replaceAll(run -> literal(recoded(run.group(), WINDOWS)));
    return AS_DOS.matcher(mended).replaceAll(run -> literal(recodedDos(run)));
  }

  private static String recodedDos(MatchResult run) {
    var mended = recoded("ΓÇ" + run.group(1), DOS);
    return mended.startsWith("Γ") ? run.group() : mended;
  }

  private static String literal(String text) {
    return java.util.regex.Matcher.quoteReplacement(text);
  }

  /// The same text where it is no UTF-8 after all.
  private static String recoded(String run, Charset read) {
    try {
      ByteBuffer bytes = read.newEncoder().encode(CharBuffer.wrap(run));
      return UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      return run;
    }
  }

  private static String markup(String text) {
    var now = text;
    if (now.indexOf('<') >= 0) {
      now = UNSEEN.matcher(now).replaceAll("");
      now = BREAK.matcher(now).replaceAll("\n");
      now = TAG.matcher(now).replaceAll("");
    }
    return now.indexOf('&') < 0 ? now : ENTITY.matcher(now).replaceAll(e -> literal(entity(e)));
  }

  private static String entity(MatchResult found) {
    var name = found.group(1);
    if (!name.startsWith("#")) {
      return ENTITIES.getOrDefault(name, found.group());
    }
    int code =
        name.startsWith("#x")
            ? Integer.parseInt(name.substring(2), 16)
            : Integer.parseInt(name.substring(1));
    return Character.isDefined(code) && code >= ' ' ? Character.toString(code) : "";
  }
}
