package org.havenline.hsds;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import org.havenline.http.FormBody;
import org.havenline.http.Request;
import org.havenline.referral.published.Asked;

/// The parameters of a request: in the address, or by POST in a form or a JSON object, so that what
/// somebody looks for stands in no log of addresses. The body wins.
final class Parameters {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Parameters() {}

  /// @throws IllegalArgumentException what is wrong, for people
  static Asked of(Request request) {
    var given = new HashMap<String, String>();
    request.query().forEach((name, values) -> given.put(name, values.getFirst()));
    if (request.body().length > 0) {
      if (request.header("content-type").orElse("").startsWith("application/json")) {
        given.putAll(json(request.body()));
      } else {
        FormBody.parse(request.body())
            .text()
            .forEach((name, values) -> given.put(name, values.getFirst()));
      }
    }
    return Asked.of(given);
  }

  private static Map<String, String> json(byte[] body) {
    try {
      var given = new HashMap<String, String>();
      var object = JSON.readTree(new String(body, UTF_8));
      object.properties().forEach(one -> given.put(one.getKey(), one.getValue().asText()));
      if (object.isObject()) {
        return given;
      }
    } catch (JsonProcessingException e) {
      // answered below: what it says quotes what was sent
    }
    throw new IllegalArgumentException("The body is no JSON object");
  }
}
