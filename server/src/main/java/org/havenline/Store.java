package org.havenline;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.havenline.config.ServerConfig;
import org.havenline.config.StartRefused;
import org.havenline.redis.DurabilityCheck;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisUnavailable;
import org.havenline.redis.embedded.DataDirectory;
import org.havenline.redis.embedded.EmbeddedRedis;

/// The data directory and the store, which is refused when it could lose what was acknowledged.
record Store(DataDirectory data, Optional<EmbeddedRedis> embedded, Redis redis)
    implements AutoCloseable {

  /// @throws StartRefused when the folder is taken, the store is away, or its settings are unsafe
  static Store open(ServerConfig config) {
    try {
      var data = DataDirectory.open(config.data());
      var embedded =
          config.redis().isEmpty()
              ? Optional.of(EmbeddedRedis.start(data))
              : Optional.<EmbeddedRedis>empty();
      var address = config.redis().or(() -> embedded.map(EmbeddedRedis::address)).orElseThrow();
      var store = new Store(data, embedded, Redis.open(address));
      store.refuseUnsafe(address.toString());
      return store;
    } catch (IllegalStateException e) {
      throw new StartRefused(List.of(String.valueOf(e.getMessage())));
    }
  }

  /// For a command: the store of the server that runs, or else opened for as long as it is used.
  ///
  /// @throws StartRefused when it cannot be reached
  static <T> T use(ServerConfig config, Function<Redis, T> use) {
    var running = config.redis().or(() -> EmbeddedRedis.running(config.data()));
    if (running.isPresent()) {
      try (var redis = Redis.open(running.get())) {
        return use.apply(redis);
      } catch (RedisUnavailable e) {
        throw new StartRefused(
            List.of("Redis at %s cannot be reached. Start it first.".formatted(running.get())));
      }
    }
    try (var store = open(config)) {
      return use.apply(store.redis());
    }
  }

  private void refuseUnsafe(String where) {
    try {
      var faults = DurabilityCheck.faults(redis);
      if (!faults.isEmpty()) {
        close();
        throw new StartRefused(faults);
      }
      redis.warm();
    } catch (RedisUnavailable e) {
      close();
      throw new StartRefused(
          List.of(
              "Redis at %s cannot be reached. Start it, or correct HAVENLINE_REDIS_URL."
                  .formatted(where)));
    }
  }

  @Override
  public void close() {
    redis.close();
    embedded.ifPresent(EmbeddedRedis::close);
    data.close();
  }
}
