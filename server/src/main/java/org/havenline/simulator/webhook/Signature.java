package org.havenline.simulator.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.havenline.simulator.web.Form;

/// `X-Twilio-Signature`: Base64 of HMAC-SHA1 over the URL and, by name in the order of code units,
/// each name with each of its different values, sorted
/// (https://www.twilio.com/docs/usage/security).
public final class Signature {
  private static final String ALGORITHM = "HmacSHA1";

  private final SecretKeySpec key;

  public Signature(String authToken) {
    key = new SecretKeySpec(authToken.getBytes(UTF_8), ALGORITHM);
  }

  public String of(String url, Form form) {
    var sorted = new TreeMap<String, TreeSet<String>>();
    for (var field : form.fields()) {
      sorted.computeIfAbsent(field.name(), _ -> new TreeSet<>()).add(field.value());
    }
    var text = new StringBuilder(url);
    sorted.forEach((name, values) -> values.forEach(value -> text.append(name).append(value)));
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Base64.getEncoder().encodeToString(mac.doFinal(text.toString().getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }
}
