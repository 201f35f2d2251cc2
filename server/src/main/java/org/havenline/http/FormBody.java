package org.havenline.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An `application/x-www-form-urlencoded` body or query that never throws: whatever came is kept,
/// and what was wrong with it is said.
///
/// Fields keep their bytes, because a signature covers bytes and a repaired text would no longer
/// match. A percent sign without two hex digits stands for itself (WHATWG URL, "percent-decode").
///
/// @param fields in order of arrival, names and values as bytes
/// @param text the same, decoded as UTF-8; invalid bytes become U+FFFD
/// @param flaws empty when nothing was wrong
public record FormBody(List<Field> fields, Map<String, List<String>> text, Set<Flaw> flaws) {

  /// More than Twilio ever sends (about 60); beyond it the form is suspect, yet still read whole,
  /// for the signature covers every field.
  static final int MANY_FIELDS = 1_000;

  public record Field(byte[] name, byte[] value) {}

  /// What was wrong, in words fit for a log.
  public enum Flaw {
    BAD_ESCAPE("a percent sign without two hex digits"),
    BAD_UTF8("bytes that are not UTF-8"),
    MANY_FIELDS("more than 1,000 fields");

    private final String words;

    Flaw(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  public static FormBody parse(byte[] raw) {
    var fields = new ArrayList<Field>();
    var text = new LinkedHashMap<String, List<String>>();
    var flaws = EnumSet.noneOf(Flaw.class);
    for (int start = 0; start < raw.length; ) {
      int end = indexOf(raw, '&', start, raw.length);
      if (end > start) {
        int equals = indexOf(raw, '=', start, end);
        var name = unescape(raw, start, equals, flaws);
        var value = unescape(raw, Math.min(equals + 1, end), end, flaws);
        fields.add(new Field(name, value));
        text.computeIfAbsent(decode(name, flaws), _ -> new ArrayList<>(1))
            .add(decode(value, flaws));
      }
      start = end + 1;
    }
    if (fields.size() > MANY_FIELDS) {
      flaws.add(Flaw.MANY_FIELDS);
    }
    return new FormBody(
        Collections.unmodifiableList(fields),
        Collections.unmodifiableMap(text),
        Collections.unmodifiableSet(flaws));
  }

  /// The query of a request target, empty without one.
  public static FormBody ofQuery(String target) {
    int mark = target.indexOf('?');
    return parse(mark < 0 ? new byte[0] : target.substring(mark + 1).getBytes(UTF_8));
  }

  public List<String> all(String name) {
    return text.getOrDefault(name, List.of());
  }

  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  @Override
  public String toString() {
    return "FormBody[" + fields.size() + " fields]";
  }

  private static int indexOf(byte[] raw, char wanted, int start, int end) {
    for (int i = start; i < end; i++) {
      if (raw[i] == wanted) {
        return i;
      }
    }
    return end;
  }

  private static byte[] unescape(byte[] raw, int start, int end, Set<Flaw> flaws) {
    var bytes = new ByteArrayOutputStream(end - start);
    for (int i = start; i < end; i++) {
      if (raw[i] == '+') {
        bytes.write(' ');
      } else if (raw[i] != '%') {
        bytes.write(raw[i]);
      } else {
        int high = i + 2 < end ? Character.digit(raw[i + 1], 16) : -1;
        int low = i + 2 < end ? Character.digit(raw[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          flaws.add(Flaw.BAD_ESCAPE);
          bytes.write('%');
        } else {
          bytes.write(high << 4 | low);
          i += 2;
        }
      }
    }
    return bytes.toByteArray();
  }

  private static String decode(byte[] bytes, Set<Flaw> flaws) {
    var decoded = new String(bytes, UTF_8);
    if (!Arrays.equals(decoded.getBytes(UTF_8), bytes)) {
      flaws.add(Flaw.BAD_UTF8);
    }
    return decoded;
  }
}
