package org.havenline.channel.outbox;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.havenline.channel.DeliveryReports;
import org.havenline.channel.DeliveryState;
import org.havenline.contact.LineId;
import org.havenline.contact.LineKeys;
import org.havenline.contact.MessageId;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;

/// Writes down what the providers report of messages out. A state only rises.
public final class DeliveryBook implements DeliveryReports {
  private static final RedisScript REPORT = RedisScript.of(DeliveryBook.class, "report.lua");

  private final Redis redis;
  private final InstantSource clock;

  public DeliveryBook(Redis redis, InstantSource clock) {
    this.redis = redis;
    this.clock = clock;
  }

  @Override
  public void report(
      LineId line, Optional<MessageId> message, String sid, DeliveryState state, int errorCode) {
    redis.run(
        REPORT,
        new LineKeys(line).prefix(),
        message.map(MessageId::value).orElse(""),
        sid,
        word(state),
        state.rank(),
        errorCode,
        clock.millis());
  }

  /// As stored in Redis and shown in the API.
  static String word(DeliveryState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
