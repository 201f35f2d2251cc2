package org.havenline.redis;

import java.net.URI;
import java.util.Set;

/// Where the store is: `redis://[user:password@]host:port` or `rediss://` for TLS.
public record RedisAddress(URI uri) {

  /// @throws IllegalArgumentException with a sentence that says what to write instead
  public static RedisAddress parse(String text) {
    var uri = URI.create(text);
    if (uri.getScheme() == null || !Set.of("redis", "rediss").contains(uri.getScheme())) {
      throw new IllegalArgumentException(
          "must begin with redis:// or rediss:// (for TLS), for example redis://localhost:6379");
    }
    if (uri.getHost() == null) {
      throw new IllegalArgumentException(
          "must name one host and its port, for example redis://localhost:6379");
    }
    return new RedisAddress(uri);
  }

  boolean tls() {
    return "rediss".equals(uri.getScheme());
  }

  /// Host and port, without the password: fit for a message.
  @Override
  public String toString() {
    return uri.getScheme() + "://" + uri.getHost() + ":" + port();
  }

  int port() {
    return uri.getPort() < 0 ? 6379 : uri.getPort();
  }
}
