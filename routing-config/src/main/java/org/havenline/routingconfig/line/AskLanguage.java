package org.havenline.routingconfig.line;

/// Whether a person whose language is not known is asked for it by one short text.
public enum AskLanguage {
  /// She is not: a person who answers asks her.
  NEVER,
  /// By the one automatic text that a conversation may have: once it left, no `tell` follows unless
  /// she has answered it.
  ONCE,
  /// Besides the one automatic text: a `tell` may follow, or have gone before.
  EXTRA
}
