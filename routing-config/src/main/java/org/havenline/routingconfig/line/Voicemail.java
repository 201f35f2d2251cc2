package org.havenline.routingconfig.line;

/// When a caller who waits may leave a message in place of waiting. Whoever allows it lets what she
/// says be recorded.
public enum Voicemail {
  NEVER,
  /// While the line's hours are closed for calls.
  CLOSED,
  ALWAYS
}
