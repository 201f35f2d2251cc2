package org.havenline.referral.given;

import java.time.Instant;
import org.havenline.referral.directory.ServiceId;

/// One time that somebody was told something.
///
/// @param way `text` to her; `phone`, `email` or `link` to the service
/// @param by the responder who did it
/// @param key of a text, by which the same one is known again; else empty
public record Sent(ServiceId service, String way, String by, Instant at, String key) {
  /// Her own way.
  public static final String TEXT = "text";
}
