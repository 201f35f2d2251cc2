package org.havenline.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// A small page for any phone: one style, no script, nothing from elsewhere, and forms that go
/// nowhere else.
public final class StillPage {
  private final String style;
  private final String policy;

  public StillPage(String style) {
    this.style = style;
    this.policy =
        "default-src 'none'; style-src 'sha256-%s'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
            .formatted(digest(style));
  }

  /// @param language BCP 47
  /// @param direction `ltr` or `rtl`
  /// @param title neutral, for others may see the screen; plain text
  /// @param body as HTML, with [#text] around all that comes from elsewhere
  public Response of(int status, String language, String direction, String title, String body) {
    return Response.of(
            status,
            "text/html; charset=utf-8",
            """
            <!DOCTYPE html>
            <html lang="%s" dir="%s"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title><style>%s</style></head><body><main>
            %s</main></body></html>
            """
                .formatted(text(language), direction, text(title), style, body))
        .with("content-security-policy", policy);
  }

  /// Text, wherever it comes from.
  public static String text(String any) {
    return any.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String digest(String style) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
