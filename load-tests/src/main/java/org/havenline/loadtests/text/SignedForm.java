package org.havenline.loadtests.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.havenline.loadtests.machine.NodeSettings;

/// The request by which Twilio delivers a text: `X-Twilio-Signature` = base64(HMAC-SHA1(auth token,
/// URL + fields sorted by name)), see Twilio's "Webhooks security".
public final class SignedForm {
  /// A number of the shipped routing tables.
  public static final String LINE = "+15005550006";

  private static final String PATH = "/twilio/messages";

  private SignedForm() {}

  /// The whole HTTP/1.1 request, ready to be written to a socket.
  public static byte[] request(Text text) {
    return request(
        PATH,
        Map.of(
            "AccountSid",
            NodeSettings.ACCOUNT,
            "ApiVersion",
            "2010-04-01",
            "Body",
            text.body(),
            "From",
            text.from(),
            "FromCountry",
            "US",
            "MessageSid",
            text.sid(),
            "NumMedia",
            "0",
            "NumSegments",
            "1",
            "SmsSid",
            text.sid(),
            "To",
            LINE));
  }

  /// The same for any webhook.
  ///
  /// @param target path and query
  public static byte[] request(String target, Map<String, String> form) {
    var signed = new StringBuilder(NodeSettings.PUBLIC_URL + target);
    var written = new StringBuilder();
    new TreeMap<>(form)
        .forEach((name, value) -> {
          signed.append(name).append(value);
          written
              .append(written.isEmpty() ? "" : "&")
              .append(name)
              .append('=')
              .append(URLEncoder.encode(value, UTF_8));
        });
    return """
    POST %s HTTP/1.1\r
    Host: line.example.org\r
    Content-Type: application/x-www-form-urlencoded\r
    X-Twilio-Signature: %s\r
    Content-Length: %d\r
    \r
    %s\
    """
        .formatted(target, hmac(signed.toString()), written.length(), written)
        .getBytes(UTF_8);
  }

  private static String hmac(String signed) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(NodeSettings.TOKEN.getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA1", e);
    }
  }
}
