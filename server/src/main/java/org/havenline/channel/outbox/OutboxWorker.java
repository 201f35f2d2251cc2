package org.havenline.channel.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.havenline.channel.DeliveryState;
import org.havenline.channel.OutboundMessage;
import org.havenline.channel.Sender;
import org.havenline.contact.LineKeys;
import org.havenline.contact.MessageId;
import org.havenline.lane.Claim;
import org.havenline.lane.LaneWorkers;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.routingconfig.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what waits, conversation by conversation, in order. A message is marked as being sent
/// before it leaves; when its result stays unknown the provider is asked, and when that does not
/// help a person is told. Nothing is ever sent twice on a guess.
///
/// Keys:
/// - `{line}:outbox…` lanes by conversation, see [org.havenline.lane.Lanes]; an item is a message
///   id
/// - `{line}:sid-out:<sid>` our id of a message the provider knows by that sid
public final class OutboxWorker implements LaneWorkers.Work {
  public static final String LANES = "outbox";

  private static final Logger LOG = LoggerFactory.getLogger(OutboxWorker.class);
  private static final RedisScript BEGIN = RedisScript.of(OutboxWorker.class, "begin.lua");
  private static final RedisScript SETTLE = RedisScript.of(OutboxWorker.class, "settle.lua");
  private static final RedisScript PAUSE = RedisScript.of(OutboxWorker.class, "pause.lua");
  private static final Duration SID_KNOWN = Duration.ofDays(8);

  /// The provider needs a moment until a message shows in its list; asked three times, ever later.
  private static final Duration FIRST_LOOK = Duration.ofSeconds(5);

  private static final int MOST_LOOKS = 3;

  private final Redis redis;
  private final LineKeys keys;
  private final Envelopes envelopes;
  private final Map<Channel, Sender> senders;
  private final Duration lease;
  private final InstantSource clock;

  public OutboxWorker(
      Redis redis,
      LineKeys keys,
      Envelopes envelopes,
      Map<Channel, Sender> senders,
      Duration lease,
      InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.envelopes = envelopes;
    this.senders = Map.copyOf(senders);
    this.lease = lease;
    this.clock = clock;
  }

  @Override
  public void perform(Claim claim) {
    var next = Optional.of(claim);
    while (next.isPresent()) {
      next = sendHead(next.get());
    }
  }

  private Optional<Claim> sendHead(Claim claim) {
    var id = message(claim);
    return switch ((int) begin(claim, id)) {
      case 1 -> send(claim, id);
      case 2 -> look(claim, id);
      case 3 -> settle(claim, id, DeliveryState.QUEUED, "", 0);
      case 4 -> settle(claim, id, DeliveryState.EXPIRED, "", 0);
      default -> Optional.empty();
    };
  }

  private long begin(Claim claim, MessageId id) {
    return redis
        .run(BEGIN, keys.prefix(), claim.lane(), claim.epoch(), id, clock.millis())
        .number();
  }

  private Optional<Claim> send(Claim claim, MessageId id) {
    var message = envelopes.of(id);
    if (message.isEmpty()) {
      return settle(claim, id, DeliveryState.EXPIRED, "", 0);
    }
    return switch (sender(message.get()).send(message.get())) {
      case Sender.Result.Accepted(var sid) -> settle(claim, id, DeliveryState.SENDING, sid, 0);
      case Sender.Result.Refused(int code) -> settle(claim, id, DeliveryState.FAILED, "", code);
      case Sender.Result.Busy(var pause) -> later(claim, id, pause, "queued");
      case Sender.Result.Unknown() -> later(claim, id, FIRST_LOOK, "sending");
    };
  }

  /// What was begun and not settled: ask the provider whether it has it.
  private Optional<Claim> look(Claim claim, MessageId id) {
    var message = envelopes.of(id);
    var found = message.flatMap(this::find);
    if (found.isPresent()) {
      return settle(claim, id, DeliveryState.SENDING, found.get(), 0);
    }
    long looks = redis.call("HINCRBY", keys.message(id), "looks", 1).number();
    if (looks >= MOST_LOOKS || message.isEmpty()) {
      return settle(claim, id, DeliveryState.UNKNOWN, "", 0);
    }
    return later(claim, id, FIRST_LOOK.multipliedBy(looks * looks), "sending");
  }

  private Optional<String> find(OutboundMessage message) {
    try {
      return sender(message).find(message);
    } catch (RuntimeException e) {
      LOG.info("the provider could not be asked about {}", message.id());
      return Optional.empty();
    }
  }

  private Optional<Claim> settle(
      Claim claim, MessageId id, DeliveryState state, String sid, int code) {
    var answer =
        redis
            .run(
                SETTLE,
                keys.prefix(),
                claim.lane(),
                claim.epoch(),
                id,
                DeliveryBook.word(state),
                state.rank(),
                sid,
                code,
                clock.millis(),
                lease.toMillis(),
                SID_KNOWN.toMillis())
            .list();
    return answer.size() < 2
        ? Optional.empty()
        : answer.get(1).optionalBytes().map(claim::withHead);
  }

  private Optional<Claim> later(Claim claim, MessageId id, Duration pause, String state) {
    redis.run(
        PAUSE,
        keys.prefix(),
        claim.lane(),
        claim.epoch(),
        id,
        clock.instant().plus(pause).toEpochMilli(),
        state);
    return Optional.empty();
  }

  /// What failed five times by a fault of ours is shown as unknown, so that a person decides.
  @Override
  public void quarantine(Claim claim) {
    settle(claim, message(claim), DeliveryState.UNKNOWN, "", 0).ifPresent(this::perform);
  }

  private Sender sender(OutboundMessage message) {
    var sender = senders.get(message.to().channel());
    if (sender == null) {
      throw new IllegalStateException("no way out by " + message.to().channel());
    }
    return sender;
  }

  private static MessageId message(Claim claim) {
    return new MessageId(new String(claim.head(), UTF_8));
  }
}
