package org.havenline.responder;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.havenline.contact.LineKeys;
import org.havenline.contact.ResponderId;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;

/// Who is on duty. A console gives a sign of life every ten seconds; after thirty without one,
/// everything the responder holds goes back to its place in the queue.
///
/// Keys:
/// - `{line}:on-duty` set of responders who are available
/// - `{line}:responder:<id>` hash: `state` available or away, `lease` until when he counts as there
///   (ms), `idle` since when he had nothing new (ms)
/// - `{line}:timers` member `presence|<responder>` → end of the lease (ms)
public final class Presence {
  /// Three signs of life may be missed.
  public static final Duration LEASE = Duration.ofSeconds(30);

  private static final RedisScript SET = RedisScript.of(Presence.class, "presence.lua");
  private static final RedisScript RENEW = RedisScript.of(Presence.class, "renew.lua");
  private static final RedisScript LAPSE = RedisScript.of(Presence.class, "lapse.lua");

  private final Redis redis;
  private final LineKeys keys;
  private final InstantSource clock;

  public Presence(Redis redis, LineKeys keys, InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.clock = clock;
  }

  /// @return whether that changed anything
  public boolean available(ResponderId responder) {
    return set(responder, "available");
  }

  /// Takes no new contacts; open offers are withdrawn, conversations stay.
  ///
  /// @return whether that changed anything
  public boolean away(ResponderId responder) {
    return set(responder, "away");
  }

  private boolean set(ResponderId responder, String state) {
    return redis.run(SET, keys.prefix(), responder, state, clock.millis(), leaseEnd()).number()
        == 1;
  }

  /// A sign of life.
  ///
  /// @return the state he is in, empty when he never was on duty
  public Optional<String> renew(ResponderId responder) {
    return redis.run(RENEW, keys.prefix(), responder, leaseEnd()).optionalText();
  }

  /// Takes back what a responder held whose signs of life have stopped.
  ///
  /// @return how many contacts went back, -1 when he has been heard of since
  public long lapse(ResponderId responder) {
    return redis.run(LAPSE, keys.prefix(), responder, clock.millis()).number();
  }

  public Set<ResponderId> onDuty() {
    return redis.call("SMEMBERS", keys.of("on-duty")).texts().stream()
        .map(ResponderId::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// `available`, `away`, or `away` when never seen.
  public String state(ResponderId responder) {
    return redis.call("HGET", keys.responder(responder), "state").optionalText().orElse("away");
  }

  private long leaseEnd() {
    return clock.instant().plus(LEASE).toEpochMilli();
  }
}
