package org.havenline.privacy;

/// A sealed value does not open: altered, moved to another place, or its key is gone.
public final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unreadable(Throwable cause) {
    super("a sealed value does not open", cause);
  }
}
