package org.havenline.testing;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/// Strings that occur nowhere else, put where secrets go, to be looked for where none may be: as
/// they are, in UTF-16, hexadecimal, base64 at each of its three alignments, escaped for a URL and
/// for JSON.
public final class Canaries {
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int WINDOW = Long.BYTES;

  private final RandomGenerator random;
  private final Map<String, String> places = new LinkedHashMap<>();

  public Canaries(RandomGenerator random) {
    this.random = random;
  }

  /// A new one, of letters and digits and one letter that is not ASCII.
  ///
  /// @param place where it is put, to be named when it is found elsewhere
  public String word(String place) {
    return kept(letters(10) + "ñ" + letters(10), place);
  }

  /// A new one for places that take ASCII alone.
  public String plain(String place) {
    return kept(letters(20), place);
  }

  /// A new telephone number that libraries take for a real one.
  public String number(String place) {
    return "+1" + kept("415" + (2 + random.nextInt(8)) + digits(6), place);
  }

  /// One that the server made itself.
  ///
  /// @param secret of eight bytes at least
  public void given(String secret, String place) {
    kept(secret, place);
  }

  public int count() {
    return places.size();
  }

  private String kept(String canary, String place) {
    places.put(canary, place);
    return canary;
  }

  private String letters(int length) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  private String digits(int length) {
    return String.valueOf(
        random.nextInt((int) Math.pow(10, length - 1), (int) Math.pow(10, length)));
  }

  /// Where the canaries were put that are found in this.
  public List<String> foundIn(byte[] bytes) {
    var patterns = patterns();
    var found = new TreeSet<String>();
    long window = 0;
    for (int i = 0; i < bytes.length; i++) {
      window = (window << 8) | (bytes[i] & 0xff);
      for (var pattern : patterns.getOrDefault(window, List.of())) {
        int from = i + 1 - WINDOW;
        int to = Math.min(bytes.length, from + pattern.bytes.length);
        if (from >= 0 && Arrays.equals(bytes, from, to, pattern.bytes, 0, pattern.bytes.length)) {
          found.add(pattern.what);
        }
      }
    }
    return List.copyOf(found);
  }

  private record Pattern(byte[] bytes, String what) {}

  /// By their first eight bytes.
  private Map<Long, List<Pattern>> patterns() {
    var patterns = new HashMap<Long, List<Pattern>>();
    places.forEach((canary, place) ->
        encodings(canary)
            .forEach((name, bytes) ->
                patterns
                    .computeIfAbsent(ByteBuffer.wrap(bytes).getLong(), _ -> new ArrayList<>(1))
                    .add(new Pattern(bytes, place + " in " + name))));
    return patterns;
  }

  /// Every form in which a canary is looked for.
  public static Map<String, byte[]> encodings(String canary) {
    var forms = new LinkedHashMap<String, byte[]>();
    var utf8 = canary.getBytes(UTF_8);
    forms.put("UTF-8", utf8);
    forms.put("UTF-16LE", canary.getBytes(UTF_16LE));
    forms.put("UTF-16BE", canary.getBytes(UTF_16BE));
    forms.put("hex", HexFormat.of().formatHex(utf8).getBytes(UTF_8));
    forms.put("HEX", HexFormat.of().withUpperCase().formatHex(utf8).getBytes(UTF_8));
    for (int before = 0; before < 3; before++) {
      forms.put("base64 at " + before, base64(Base64.getEncoder(), utf8, before));
      forms.put("base64url at " + before, base64(Base64.getUrlEncoder(), utf8, before));
    }
    forms.put("URL", URLEncoder.encode(canary, UTF_8).getBytes(UTF_8));
    forms.put("JSON", canary.replace("ñ", "\\u00f1").getBytes(UTF_8));
    return forms;
  }

  /// The characters that do not depend on what stands before and after.
  private static byte[] base64(Base64.Encoder encoder, byte[] bytes, int before) {
    var shifted = new byte[before + bytes.length];
    System.arraycopy(bytes, 0, shifted, before, bytes.length);
    var text = encoder.withoutPadding().encode(shifted);
    int first = (before * 8 + 5) / 6;
    int last = shifted.length * 8 / 6;
    return Arrays.copyOfRange(text, first, last);
  }
}
