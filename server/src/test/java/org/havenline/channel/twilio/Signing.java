package org.havenline.channel.twilio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.havenline.http.FormBody;
import org.havenline.http.Request;

/// Twilio's side of a webhook, written apart from ours so that one mistake cannot hide in both.
public final class Signing {
  public record Pair(String name, String value) {}

  private static final Comparator<String> BY_BYTES =
      Comparator.comparing(text -> HexFormat.of().formatHex(text.getBytes(UTF_8)));

  private Signing() {}

  public static String canonical(String url, List<Pair> pairs) {
    var sorted = new TreeMap<String, TreeSet<String>>(BY_BYTES);
    pairs.forEach(
        pair -> sorted.computeIfAbsent(pair.name, _ -> new TreeSet<>(BY_BYTES)).add(pair.value));
    var text = new StringBuilder(url);
    sorted.forEach((name, values) -> values.forEach(value -> text.append(name).append(value)));
    return text.toString();
  }

  public static String sign(String token, String canonical) {
    return sign(token, canonical.getBytes(UTF_8));
  }

  private static String sign(String token, byte[] canonical) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(canonical));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /// The signature over a body of any bytes. Latin-1 keeps bytes and their order as characters.
  public static String signRaw(String token, String url, byte[] body) {
    var pairs =
        FormBody.parse(body).fields().stream()
            .map(f -> new Pair(new String(f.name(), ISO_8859_1), new String(f.value(), ISO_8859_1)))
            .toList();
    return sign(token, canonical(url, pairs).getBytes(ISO_8859_1));
  }

  public static byte[] encode(List<Pair> pairs) {
    return pairs.stream()
        .map(p -> URLEncoder.encode(p.name, UTF_8) + "=" + URLEncoder.encode(p.value, UTF_8))
        .collect(Collectors.joining("&"))
        .getBytes(UTF_8);
  }

  public static Request request(String target, byte[] body, List<String> signatures) {
    var path = target.replaceFirst("\\?.*", "");
    return new Request(
        "POST",
        target,
        path,
        Map.of("x-twilio-signature", signatures),
        Map.of(),
        FormBody.ofQuery(target).text(),
        body);
  }

  /// A request as Twilio would send it to `base` + `target`.
  public static Request signed(String token, String base, String target, List<Pair> pairs) {
    return request(target, encode(pairs), List.of(sign(token, canonical(base + target, pairs))));
  }
}
