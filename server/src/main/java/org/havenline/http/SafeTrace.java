package org.havenline.http;

import org.jspecify.annotations.Nullable;

/// A throwable for the log that keeps kinds and stack frames and drops every message: a parser's
/// message quotes what it parsed, and that may be what a person wrote.
public final class SafeTrace extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int DEEPEST = 8;

  private SafeTrace(Throwable original, @Nullable SafeTrace cause) {
    super(original.getClass().getName(), cause, false, true);
    setStackTrace(original.getStackTrace());
  }

  public static SafeTrace of(Throwable original) {
    return of(original, DEEPEST);
  }

  private static SafeTrace of(Throwable original, int depth) {
    var cause = original.getCause();
    return new SafeTrace(original, cause == null || depth == 0 ? null : of(cause, depth - 1));
  }
}
