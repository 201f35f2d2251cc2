package org.havenline.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.havenline.redis.embedded.DataDirectory;
import org.havenline.redis.embedded.EmbeddedRedis;
import org.havenline.testing.RealRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreIT {
  private static final RedisScript NOTE =
      RedisScript.of(org.havenline.contact.journal.EventLog.class, "note.lua");

  @Test
  void thousandsOfWritesAtOnceAreAllAnsweredWithTheirOwnNumber() throws Exception {
    try (var store = RealRedis.durable(RealRedis.Version.EMBEDDED);
        var redis = Redis.open(store.address());
        var writer = new GroupWriter(redis);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<Long>>();
      for (int i = 0; i < 5_000; i++) {
        answers.add(threads.submit(() -> writer.run(NOTE, "{demo}", 1, "note").number()));
      }
      var numbers = new java.util.TreeSet<Long>();
      for (var answer : answers) {
        numbers.add(answer.get());
      }
      assertThat(numbers).hasSize(5_000);
      assertThat(numbers.last()).isEqualTo(5_000);
    }
  }

  @Test
  void writeThatRedisMayNotHaveIsNeverAnsweredAsDone() {
    try (var store = RealRedis.durable(RealRedis.Version.SYSTEM);
        var redis = Redis.open(store.address());
        var writer = new GroupWriter(redis)) {
      writer.run(NOTE, "{demo}", 1, "note");
      store.signal("KILL");

      assertThatThrownBy(() -> writer.run(NOTE, "{demo}", 1, "note"))
          .isInstanceOf(RedisUnavailable.class);

      store.again();
      assertThat(writer.run(NOTE, "{demo}", 1, "note").number()).isEqualTo(2);
    }
  }

  @Test
  void poolServesAThousandThreadsWithoutStalling() throws Exception {
    try (var store = RealRedis.start(RealRedis.Version.EMBEDDED);
        var redis = Redis.open(store.address());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<Long>>();
      for (int i = 0; i < 1_000; i++) {
        answers.add(threads.submit(() -> redis.call("INCR", "n").number()));
      }
      for (var answer : answers) {
        answer.get();
      }
      assertThat(redis.call("GET", "n").number()).isEqualTo(1_000);
    }
  }

  @Test
  void storeThatCouldLoseAcknowledgedMessagesIsNamedWithItsSetting() {
    try (var store =
            RealRedis.start(
                RealRedis.Version.SYSTEM, "--appendonly", "yes", "--appendfsync", "everysec");
        var redis = Redis.open(store.address())) {
      assertThat(DurabilityCheck.faults(redis))
          .containsExactly(
              "Redis has appendfsync everysec; set appendfsync always, or acknowledged messages can"
                  + " be lost.");
    }
  }

  @Test
  void durableStorePasses() {
    try (var store = RealRedis.durable(RealRedis.Version.EMBEDDED);
        var redis = Redis.open(store.address())) {
      assertThat(DurabilityCheck.faults(redis)).isEmpty();
    }
  }

  @Test
  void embeddedRedisIsDurablePrivateAndKeepsWhatItHeld(@TempDir Path folder) throws Exception {
    try (var data = DataDirectory.open(folder)) {
      try (var first = EmbeddedRedis.start(data);
          var redis = Redis.open(first.address())) {
        assertThat(DurabilityCheck.faults(redis)).isEmpty();
        redis.call("SET", "kept", "yes");
        assertThat(EmbeddedRedis.running(folder)).as("while it runs").hasValue(first.address());
      }
      try (var second = EmbeddedRedis.start(data);
          var redis = Redis.open(second.address())) {
        assertThat(redis.call("GET", "kept").text()).isEqualTo("yes");
      }
      assertThat(Files.getPosixFilePermissions(folder.resolve("redis/address"))).hasSize(2);
    }
  }

  @Test
  void dataDirectoryServesOneServerAtATime(@TempDir Path folder) {
    try (var first = DataDirectory.open(folder)) {
      assertThat(first.resolve("x")).isNotNull();
      assertThatThrownBy(() -> DataDirectory.open(folder))
          .hasMessageContaining("Another server uses the data directory");
    }
    DataDirectory.open(folder).close();
  }
}
