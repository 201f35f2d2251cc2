package org.havenline;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.havenline.command.directory.OpenDirectory;
import org.havenline.config.ServerConfig;
import org.havenline.privacy.Keys;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisUnavailable;
import org.havenline.redis.embedded.EmbeddedRedis;
import org.havenline.referral.stored.Directory;

/// The directory of services for a command, while the server runs or not.
record StoredServices(Supplier<ServerConfig> settings, InstantSource clock)
    implements OpenDirectory {
  @Override
  public void with(Consumer<Directory> use) {
    var config = settings.get();
    var running = config.redis().or(() -> EmbeddedRedis.running(config.data()));
    if (running.isPresent()) {
      try (var redis = Redis.open(running.get())) {
        use(config, redis, use);
      } catch (RedisUnavailable e) {
        throw new StartRefused(
            List.of("Redis at %s cannot be reached. Start it first.".formatted(running.get())));
      }
      return;
    }
    try (var store = Store.open(config)) {
      use(config, store.redis(), use);
    }
  }

  private void use(ServerConfig config, Redis redis, Consumer<Directory> use) {
    var keys = StartRefused.saying(() -> Keys.open(config.data().resolve("keys"), redis));
    use.accept(new Directory(redis, keys.vault(), keys.pseudonyms(), clock));
  }
}
