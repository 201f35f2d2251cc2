package org.havenline.simulator.voice.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/// What the server answered.
///
/// @param status 0 when there was no answer within Twilio's 15 seconds
/// @param body text; of sounds one sign a byte
public record WebReply(int status, String contentType, String body) {
  public static final WebReply NONE = new WebReply(0, "", "");
  public static final WebReply NO_CONTENT = new WebReply(204, "", "");

  public static WebReply twiml(String body) {
    return new WebReply(200, "text/xml", body);
  }

  /// What was answered, as it is kept.
  public static String body(String contentType, byte[] bytes) {
    return new String(bytes, contentType.startsWith("audio/") ? ISO_8859_1 : UTF_8);
  }

  boolean succeeded() {
    return status >= 200 && status < 300;
  }

  /// Why this cannot be executed as TwiML: Twilio's code; 0 when it can.
  public int problem() {
    if (!succeeded()) {
      return 11_200;
    }
    var type = contentType.split(";", 2)[0].strip();
    boolean xml =
        type.equals("text/xml") || type.equals("application/xml") || type.equals("text/html");
    return xml || body.isEmpty() ? 0 : 12_300;
  }
}
