package org.havenline.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.havenline.channel.InboundMessage;
import org.havenline.contact.LineKeys;
import org.havenline.contact.ResponderId;
import org.havenline.lane.Claim;
import org.havenline.privacy.Pseudonyms;
import org.havenline.privacy.Vault;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.redis.Reply;

/// What came in, signed, and could not be understood or processed: kept sealed until a person has
/// looked at it. A message is never dropped for being odd.
///
/// Keys:
/// - `{line}:quarantine` sorted set: id → when it came (ms), until resolved
/// - `{line}:quarantined:<id>` hash: `reason`, `sealed`, `at`, later `resolved` and `by`
public final class Quarantine {
  private static final RedisScript ADD = RedisScript.of(Quarantine.class, "quarantine.lua");
  private static final RedisScript POISON = RedisScript.of(Quarantine.class, "poison.lua");
  private static final RedisScript RESOLVE = RedisScript.of(Quarantine.class, "resolve.lua");
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int MOST = 500;

  /// @param reason in words, without content
  public record Item(String id, Instant at, String reason) {}

  private final Redis redis;
  private final LineKeys keys;
  private final Vault vault;
  private final Pseudonyms pseudonyms;
  private final Duration lease;
  private final InstantSource clock;

  public Quarantine(
      Redis redis,
      LineKeys keys,
      Vault vault,
      Pseudonyms pseudonyms,
      Duration lease,
      InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.vault = vault;
    this.pseudonyms = pseudonyms;
    this.lease = lease;
    this.clock = clock;
  }

  /// @param key the same for the same input, so that a repeated delivery is one item
  void add(String key, byte[] raw, String reason) {
    var id = "raw-" + pseudonyms.of("quarantine|" + key);
    store(id, vault.seal(raw, context(id)), reason);
  }

  /// A message whose sid belongs to another message already: both are kept.
  ///
  /// @return false, as it is not taken into a conversation
  boolean conflicting(InboundMessage message) {
    add(
        message.sid() + "|" + message.text(),
        InboundForm.write(message),
        "another message came with an id that is taken");
    return false;
  }

  private void store(String id, byte[] sealed, String reason) {
    redis.run(ADD, keys.prefix(), id, reason, sealed, clock.millis(), KEPT.toMillis());
  }

  void poison(Claim claim, String sid) {
    redis.run(
        POISON,
        keys.prefix(),
        claim.lane(),
        claim.epoch(),
        sid,
        clock.millis(),
        lease.toMillis(),
        KEPT.toMillis());
  }

  /// What nobody has looked at yet, oldest first.
  public List<Item> unresolved() {
    return redis.call("ZRANGE", keys.of("quarantine"), 0, MOST - 1).texts().stream()
        .flatMap(id -> find(id).stream())
        .toList();
  }

  private Optional<Item> find(String id) {
    var found = redis.call("HMGET", keys.of("quarantined:" + id), "at", "reason").list();
    return found.getFirst().isNull()
        ? Optional.empty()
        : Optional.of(new Item(id, instant(found.get(0)), found.get(1).text()));
  }

  /// Says that a person has dealt with it.
  ///
  /// @return false when there is no such item
  public boolean resolve(String id, ResponderId by) {
    return redis.run(RESOLVE, keys.prefix(), id, by, clock.millis()).number() == 1;
  }

  private String context(String id) {
    return keys.line() + "|quarantine|" + id;
  }

  private static Instant instant(Reply millis) {
    return Instant.ofEpochMilli(millis.number());
  }
}
