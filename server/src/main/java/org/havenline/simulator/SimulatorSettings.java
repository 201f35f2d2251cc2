package org.havenline.simulator;

import java.net.URI;
import java.util.List;
import java.util.Map;

/// The account that is played, and the server it belongs to.
///
/// @param accountSid `AC` and 32 hex digits, user name of the REST API
/// @param authToken password of the REST API and key of the signatures
/// @param serverUrl where webhooks are posted; nothing else is ever called
/// @param publicUrl what Twilio would call and therefore signs (`HAVENLINE_PUBLIC_URL`)
/// @param lines the numbers that phones may text; when empty, any number may send
/// @param fallbacks what a text to a number is answered by when the server does not take it: TwiML
///   by number
public record SimulatorSettings(
    String accountSid,
    String authToken,
    URI serverUrl,
    String publicUrl,
    List<Line> lines,
    Map<String, String> fallbacks) {

  /// Without such documents.
  public SimulatorSettings(
      String accountSid, String authToken, URI serverUrl, String publicUrl, List<Line> lines) {
    this(accountSid, authToken, serverUrl, publicUrl, lines, Map.of());
  }

  public SimulatorSettings {
    lines = List.copyOf(lines);
    fallbacks = Map.copyOf(fallbacks);
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
