package org.havenline.channel.voice.talk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import org.havenline.channel.voice.call.CallId;
import org.havenline.contact.Contact;
import org.havenline.contact.LineKeys;
import org.havenline.contact.ResponderId;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;

/// Who of the two is on hold or muted. Both are wishes for one room: in the next they are gone, so
/// nobody is left in silence by a wish that was forgotten.
///
/// Keys:
/// - `{line}:talk:<call>` hash: `held`, `muted` rooms; `moved` she is to hear that somebody else is
///   looked for, `told` since when she does (ms); `seat <telephone>` how it was last set
public final class Talks {
  private static final Duration KEPT = Duration.ofHours(24);
  private static final String SEAT = "seat ";
  private static final RedisScript WANT = RedisScript.of(Talks.class, "want.lua");
  private static final RedisScript NOTE = RedisScript.of(Talks.class, "note.lua");
  private static final RedisScript TOLD = RedisScript.of(Talks.class, "told.lua");

  private final Redis redis;
  private final LineKeys keys;
  private final InstantSource clock;

  public Talks(Redis redis, LineKeys keys, InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.clock = clock;
  }

  public Talk of(CallId call) {
    var seats = new HashMap<String, String>();
    var found = new HashMap<String, String>();
    redis
        .call("HGETALL", keys.of("talk:" + call))
        .fields()
        .forEach((name, value) -> {
          var into = name.startsWith(SEAT) ? seats : found;
          into.put(
              name.startsWith(SEAT) ? name.substring(SEAT.length()) : name,
              new String(value, UTF_8));
        });
    return new Talk(found.getOrDefault("held", ""), found.getOrDefault("muted", ""), seats);
  }

  /// Wants her on hold, or not.
  ///
  /// @return false when the contact is another's now
  public boolean hold(CallId call, Contact contact, ResponderId owner, String room, boolean yes) {
    return want(call, contact, owner, "held", yes ? room : "");
  }

  /// Wants the responder not to be heard, or to be heard again.
  ///
  /// @return false when the contact is another's now
  public boolean mute(CallId call, Contact contact, ResponderId owner, String room, boolean yes) {
    return want(call, contact, owner, "muted", yes ? room : "");
  }

  /// Wants her to hear, once she is out of the room, that somebody else is looked for.
  ///
  /// @return false when the contact is another's now
  public boolean move(CallId call, Contact contact, ResponderId owner) {
    return want(call, contact, owner, "moved", Long.toString(clock.millis()));
  }

  private boolean want(CallId call, Contact contact, ResponderId owner, String what, String value) {
    return redis
            .run(
                WANT,
                keys.prefix(),
                call,
                contact.id(),
                owner,
                contact.epoch(),
                what,
                value,
                clock.millis(),
                KEPT.toMillis())
            .number()
        == 1;
  }

  /// Whether she is to hear it now: once, and again when she was interrupted at once.
  public boolean tellsMoved(CallId call) {
    return redis.run(TOLD, keys.prefix(), call, clock.millis()).number() == 1;
  }

  /// How a telephone was set.
  public void seated(CallId call, String sid, String how) {
    redis.run(NOTE, keys.prefix(), call, SEAT + sid, how, KEPT.toMillis());
  }
}
