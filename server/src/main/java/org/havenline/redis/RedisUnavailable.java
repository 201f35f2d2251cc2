package org.havenline.redis;

/// The store cannot be reached or refused to write. Nothing may be acknowledged on its account.
public final class RedisUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RedisUnavailable(String doing, Throwable cause) {
    super(doing, cause);
  }
}
