package org.havenline.channel.twilio;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.havenline.http.FormBody;
import org.havenline.http.Request;

/// Knows whether Twilio sent a request: `X-Twilio-Signature` = base64(HMAC-SHA1(auth token, URL +
/// fields sorted by name)), see Twilio's "Webhooks security". Own, because the SDK's
/// `RequestValidator` refuses valid requests (repeated fields; a port beside an escaped query).
///
/// What it cannot know is Twilio's scheme itself: names and values are strung together without a
/// mark between, so two forms that give the same string are signed alike (the order of fields, a
/// value repeated, `A=bc` and `Ab=c`); and nothing keeps a request from coming twice. The first
/// needs a captured request, the second ends at the sid.
public final class TwilioSignature {
  private final PublicUrl publicUrl;
  private final Supplier<List<String>> tokens;

  /// Checks against every token given at the time of the request.
  ///
  /// @param tokens the account's auth tokens: two during a rotation; none refuses everything
  public TwilioSignature(PublicUrl publicUrl, Supplier<List<String>> tokens) {
    this.publicUrl = publicUrl;
    this.tokens = tokens;
  }

  /// The form of a request that Twilio signed, empty for any other request.
  public Optional<FormBody> open(Request request) {
    var signatures = request.headers().getOrDefault("x-twilio-signature", List.of());
    if (signatures.size() != 1) {
      return Optional.empty();
    }
    var form = FormBody.parse(request.body());
    return covers(request.target(), form, request.body(), signatures.getFirst())
        ? Optional.of(form)
        : Optional.empty();
  }

  /// Whether the signature covers target and body: the body either field by field, or whole by the
  /// `bodySHA256` of the signed query, as for JSON.
  boolean covers(String target, FormBody form, byte[] body, String signature) {
    var given = signature.getBytes(US_ASCII);
    var fields = canonical(form.fields());
    boolean wholeBody = isHashOf(body, FormBody.ofQuery(target).all("bodySHA256"));
    boolean covered = false;
    for (var token : tokens.get()) {
      for (var url : publicUrl.candidates(target)) {
        // no early way out: the time must not tell which token or address came near
        covered |= MessageDigest.isEqual(sign(token, url, fields), given);
        if (wholeBody) {
          covered |= MessageDigest.isEqual(sign(token, url, new byte[0]), given);
        }
      }
    }
    return covered;
  }

  /// Names in byte order; the values of one name sorted, each once.
  private static byte[] canonical(List<FormBody.Field> fields) {
    var sorted = new TreeMap<byte[], TreeSet<byte[]>>(Arrays::compareUnsigned);
    for (var field : fields) {
      sorted
          .computeIfAbsent(field.name(), _ -> new TreeSet<>(Arrays::compareUnsigned))
          .add(field.value());
    }
    var bytes = new ByteArrayOutputStream();
    sorted.forEach((name, values) ->
        values.forEach(value -> {
          bytes.writeBytes(name);
          bytes.writeBytes(value);
        }));
    return bytes.toByteArray();
  }

  private static byte[] sign(String token, String url, byte[] fields) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA1"));
      mac.update(url.getBytes(UTF_8));
      return Base64.getEncoder().encode(mac.doFinal(fields));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA1", e);
    }
  }

  private static boolean isHashOf(byte[] body, List<String> hashes) {
    if (hashes.size() != 1) {
      return false;
    }
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(body);
      return HexFormat.of().formatHex(hash).equals(hashes.getFirst());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
