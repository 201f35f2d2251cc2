package org.havenline.channel.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.havenline.http.Response;

/// A small page: neutral title, one style, no script, nothing from elsewhere.
final class Html {
  private static final String STYLE =
      "body{font:1.1rem/1.5 sans-serif;max-width:36rem;margin:2rem auto;padding:0 1rem;"
          + "color:#222;background:#fff}dt{font-weight:bold}dd{margin:0 0 .8rem;"
          + "white-space:pre-wrap;overflow-wrap:anywhere}button{font:inherit;padding:.5rem 1rem;"
          + "margin:.3rem .3rem .3rem 0}textarea{font:inherit;width:100%;box-sizing:border-box}";

  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-%s'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
          .formatted(hash());

  private Html() {}

  static Response page(int status, String body) {
    return Response.of(
            status,
            "text/html; charset=utf-8",
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>Request</title>"
                + "<style>"
                + STYLE
                + "</style></head><body><main>"
                + body
                + "</main></body></html>\n")
        .with("content-security-policy", POLICY);
  }

  /// Text, wherever it comes from.
  static String text(String any) {
    return any.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
