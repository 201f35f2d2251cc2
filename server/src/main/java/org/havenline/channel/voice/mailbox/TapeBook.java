package org.havenline.channel.voice.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.TreeMap;
import org.havenline.channel.voice.call.CallId;
import org.havenline.contact.ContactId;
import org.havenline.contact.LineKeys;
import org.havenline.contact.MessageId;
import org.havenline.lane.Claim;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;

/// What callers have recorded at the provider, and how far each recording has come to us. A call is
/// written down here before it records anything, so a recording is found however little was
/// reported of it.
///
/// Keys:
/// - `{line}:tapes-of:<call>` hash: `begun` how often she was let record; `ask` when the provider
///   is asked what it has of this call (ms); recording → since when it lies there (ms), `kept` when
///   it is with us, `gone` when it is deleted there
/// - `{line}:tapes…` lanes by call, see [org.havenline.lane.Lanes]
/// - `{line}:message:<id>` field `voice`: what the desk is told of it
public final class TapeBook {
  static final String LANES = "tapes";

  /// As long as an accepted message is known again.
  private static final Duration KEPT = Duration.ofDays(8);

  /// In one call.
  private static final int MOST = 5;

  /// After the longest message all reports have come, or never will.
  private static final Duration REPORTED = Mailbox.LONGEST.plusMinutes(1);

  private static final RedisScript BEGIN = RedisScript.of(TapeBook.class, "begin.lua");
  private static final RedisScript LIES = RedisScript.of(TapeBook.class, "lies.lua");
  private static final RedisScript TELL = RedisScript.of(TapeBook.class, "tell.lua");
  private static final RedisScript DONE = RedisScript.of(TapeBook.class, "done.lua");

  private final Redis redis;
  private final LineKeys keys;
  private final Runnable nudged;
  private final InstantSource clock;

  /// @param nudged is told that a worker has something to fetch
  public TapeBook(Redis redis, LineKeys keys, Runnable nudged, InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.nudged = nudged;
    this.clock = clock;
  }

  /// How far the recordings of a call have come.
  ///
  /// @param ask when the provider is to be asked what it has; empty when that is done
  /// @param states by id of the recording: `kept`, `gone`, or since when it lies there (ms)
  record Noted(Optional<Instant> ask, TreeMap<String, String> states) {
    static final String KEPT = "kept";
    static final String GONE = "gone";
  }

  private String name(CallId call) {
    return keys.of("tapes-of:" + call);
  }

  /// Whether she can leave one more.
  boolean isOpen(CallId call) {
    return redis.call("HGET", name(call), "begun").optionalText().map(Integer::parseInt).orElse(0)
        < MOST;
  }

  /// This call is about to record.
  ///
  /// @return false when it must not
  boolean begins(CallId call) {
    var now = clock.instant();
    return redis
            .run(
                BEGIN,
                keys.prefix(),
                call,
                now.plus(REPORTED).toEpochMilli(),
                MOST,
                KEPT.toMillis())
            .number()
        == 1;
  }

  /// A recording of this call lies at the provider; told again, nothing changes. Of a call that was
  /// never let record there is none.
  void lies(CallId call, String sid) {
    if (redis.run(LIES, keys.prefix(), call, sid, clock.millis()).number() == 1) {
      nudged.run();
    }
  }

  Noted of(CallId call) {
    var states = new TreeMap<String, String>();
    redis
        .call("HGETALL", name(call))
        .fields()
        .forEach((name, value) -> states.put(name, new String(value, UTF_8)));
    states.remove("begun");
    var ask = Optional.ofNullable(states.remove("ask"));
    return new Noted(ask.map(Long::parseLong).map(Instant::ofEpochMilli), states);
  }

  /// The provider has said what it has of this call.
  void asked(CallId call) {
    redis.call("HDEL", name(call), "ask");
  }

  /// Into whose conversation a message was put; empty as long as it was not.
  Optional<ContactId> contact(MessageId message) {
    return redis.call("HGET", keys.message(message), "contact").optionalText().map(ContactId::new);
  }

  /// What the desk is told of a message from now on.
  ///
  /// @param voice as [org.havenline.conversation.Message] has it
  void tell(MessageId message, String voice) {
    redis.run(TELL, keys.prefix(), message, voice, clock.millis(), "", "");
  }

  /// The same, and nothing is to be fetched any more.
  void kept(CallId call, String sid, MessageId message, String voice) {
    redis.run(TELL, keys.prefix(), message, voice, clock.millis(), call, sid);
  }

  /// It is deleted at the provider.
  void gone(CallId call, String sid) {
    redis.call("HSET", name(call), sid, Noted.GONE);
  }

  /// @return the claim with what was added meanwhile
  Optional<Claim> done(Claim claim, Optional<Duration> again, Duration lease) {
    var answer =
        redis
            .run(
                DONE,
                keys.prefix(),
                claim.lane(),
                claim.epoch(),
                clock.millis(),
                lease.toMillis(),
                again.map(later -> clock.instant().plus(later).toEpochMilli()).orElse(0L))
            .list();
    return answer.size() < 2
        ? Optional.empty()
        : answer.get(1).optionalBytes().map(claim::withHead);
  }
}
