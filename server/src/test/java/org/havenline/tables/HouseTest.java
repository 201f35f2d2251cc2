package org.havenline.tables;

import java.nio.file.Path;
import java.util.Objects;
import org.havenline.redis.Redis;
import org.havenline.testing.OnRealRedis;
import org.havenline.testing.RealRedis;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/// Tests on a real store, emptied before each of them.
@OnRealRedis
abstract class HouseTest {
  @Parameter
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  RealRedis.Version version;

  private static @Nullable RealRedis running;

  @SuppressWarnings("NullAway.Init") // before each test
  protected Redis redis;

  @SuppressWarnings("NullAway.Init") // before each test
  protected House house;

  @BeforeParameterizedClassInvocation
  static void startStore(RealRedis.Version version) {
    running = RealRedis.start(version);
  }

  @AfterParameterizedClassInvocation
  static void stopStore() {
    Objects.requireNonNull(running).close();
  }

  @BeforeEach
  void open(@TempDir Path keys) {
    redis = Redis.open(Objects.requireNonNull(running).address());
    redis.call("FLUSHALL");
    house = new House(redis, keys);
  }

  @AfterEach
  void close() {
    redis.close();
  }
}
