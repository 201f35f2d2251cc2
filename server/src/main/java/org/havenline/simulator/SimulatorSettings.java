package org.havenline.simulator;

import java.net.URI;
import java.util.List;

/// The account that is played, and the server it belongs to.
///
/// @param accountSid `AC` and 32 hex digits, user name of the REST API
/// @param authToken password of the REST API and key of the signatures
/// @param serverUrl where webhooks are posted; nothing else is ever called
/// @param publicUrl what Twilio would call and therefore signs (`HAVENLINE_PUBLIC_URL`)
/// @param lines the numbers that phones may text; when empty, any number may send
public record SimulatorSettings(
    String accountSid, String authToken, URI serverUrl, String publicUrl, List<Line> lines) {

  public SimulatorSettings {
    lines = List.copyOf(lines);
    publicUrl = withoutEndSlash(publicUrl);
    serverUrl = URI.create(withoutEndSlash(serverUrl.toString()));
  }

  private static String withoutEndSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /// Without the token.
  @Override
  public String toString() {
    return "SimulatorSettings[" + accountSid + ", " + serverUrl + "]";
  }
}
