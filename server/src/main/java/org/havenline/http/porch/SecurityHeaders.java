package org.havenline.http.porch;

import static java.util.stream.Collectors.joining;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The headers every answer carries, whatever its status. A page that needs more (a script by its
/// hash) sets its own value over these.
public final class SecurityHeaders {
  /// What a browser might tell of who holds it, or do in her name. Browsers complain of names that
  /// they do not know, so only those that today's know.
  private static final List<String> OFF =
      List.of(
          "accelerometer",
          "autoplay",
          "bluetooth",
          "camera",
          "display-capture",
          "geolocation",
          "gyroscope",
          "hid",
          "idle-detection",
          "local-fonts",
          "magnetometer",
          "microphone",
          "midi",
          "payment",
          "screen-wake-lock",
          "serial",
          "usb",
          "xr-spatial-tracking");

  private static final Map<String, String> CLOSED =
      Map.ofEntries(
          Map.entry(
              "content-security-policy",
              "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
          // ignored over plain HTTP (RFC 6797 §8.1), so it may always be said
          Map.entry("strict-transport-security", "max-age=31536000; includeSubDomains"),
          Map.entry("x-content-type-options", "nosniff"),
          Map.entry("x-frame-options", "DENY"),
          Map.entry("referrer-policy", "no-referrer"),
          Map.entry("cross-origin-opener-policy", "same-origin"),
          Map.entry("cross-origin-resource-policy", "same-origin"),
          Map.entry("permissions-policy", permissions(Set.of())),
          // the line must not be found on a shared device by a search for its words
          Map.entry("x-robots-tag", "noindex, noarchive"),
          Map.entry("cache-control", "no-store"));

  private SecurityHeaders() {}

  /// The policy for a page that itself needs some of what is off.
  public static String permissions(Set<String> ours) {
    return OFF.stream()
        .map(one -> one + (ours.contains(one) ? "=(self)" : "=()"))
        .collect(joining(", "));
  }

  static void addTo(MultiMap headers) {
    CLOSED.forEach(headers::set);
  }
}
