package org.havenline.lane;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.havenline.contact.LineKeys;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;

/// Work of one kind, kept in lanes that are each done in order by one worker at a time.
///
/// Keys, `name` being the kind of work:
/// - `{line}:name` sorted set: lane → when it is due, or until when it is claimed (ms)
/// - `{line}:name:<lane>` list: its items, oldest first
/// - `{line}:name:claims` hash: lane → epoch of the newest claim
/// - `{line}:name:tries` hash: lane → how often its head was begun
/// - `{line}:claims` counter of epochs
///
/// A worker that dies or sleeps past its lease loses the lane to another; when it wakes, its epoch
/// is old and every script refuses it.
public final class Lanes {
  private static final RedisScript CLAIM = RedisScript.of(Lanes.class, "claim.lua");
  private static final RedisScript RELEASE = RedisScript.of(Lanes.class, "release.lua");

  private final Redis redis;
  private final LineKeys keys;
  private final String name;
  private final Duration lease;
  private final InstantSource clock;

  public Lanes(Redis redis, LineKeys keys, String name, Duration lease, InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.name = name;
    this.lease = lease;
    this.clock = clock;
  }

  /// Takes the lane that has been due longest.
  public Optional<Claim> claim() {
    var found = redis.run(CLAIM, keys.prefix(), name, clock.millis(), lease.toMillis()).list();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Claim(
                found.get(0).text(),
                found.get(1).number(),
                (int) found.get(2).number(),
                found.get(3).bytes()));
  }

  /// Gives the lane back until `due`.
  ///
  /// @return false when another worker has it already
  public boolean release(Claim claim, Instant due) {
    return redis
            .run(RELEASE, keys.prefix(), name, claim.lane(), claim.epoch(), due.toEpochMilli())
            .number()
        == 1;
  }

  public Duration lease() {
    return lease;
  }
}
