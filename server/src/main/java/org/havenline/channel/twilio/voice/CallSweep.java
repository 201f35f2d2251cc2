package org.havenline.channel.twilio.voice;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.havenline.channel.twilio.LineNumbers;
import org.havenline.channel.twilio.Sweeps;
import org.havenline.channel.twilio.TwilioAccount;
import org.havenline.channel.voice.call.CallId;
import org.havenline.channel.voice.call.Caller;
import org.havenline.channel.voice.call.MissedCall;
import org.havenline.contact.LineId;
import org.havenline.http.SafeTrace;
import org.havenline.routingconfig.Channel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings in the calls that no webhook told of: looks through the provider's own list of calls to
/// our numbers. What is known already is recognised by its sid, so sweeping twice does no harm.
public final class CallSweep implements Sweeps.Sweep {
  private static final Logger LOG = LoggerFactory.getLogger(CallSweep.class);
  private static final long PAGE = 200;

  /// Younger ones may still be on their way to us by the webhook; the next sweep sees them again.
  private static final Duration SETTLED = Duration.ofMinutes(1);

  private final TwilioRestClient rest;
  private final Supplier<LineNumbers> numbers;
  private final Taker taker;
  private final InstantSource clock;
  private final long page;

  /// Takes in what was missed.
  @FunctionalInterface
  public interface Taker {
    /// @return whether it was new
    /// @throws org.havenline.redis.RedisUnavailable when it could not be stored
    boolean take(LineId line, MissedCall call);
  }

  public CallSweep(
      TwilioAccount account, Supplier<LineNumbers> numbers, Taker taker, InstantSource clock) {
    this(account.rest(), numbers, taker, clock, PAGE);
  }

  CallSweep(
      TwilioRestClient rest,
      Supplier<LineNumbers> numbers,
      Taker taker,
      InstantSource clock,
      long page) {
    this.rest = rest;
    this.numbers = numbers;
    this.taker = taker;
    this.clock = clock;
    this.page = page;
  }

  @Override
  public int sweep(Instant since) {
    int found = 0;
    int unread = 0;
    for (var own : numbers.get().lines().entrySet()) {
      if (own.getKey().channel() != Channel.VOICE) {
        continue;
      }
      var listed = new ArrayList<MissedCall>();
      unread += read(own.getKey().value(), since, listed) ? 0 : 1;
      // a person's first call decides her place
      listed.sort(Comparator.comparing(MissedCall::began));
      for (var call : listed) {
        found += taker.take(own.getValue(), call) ? 1 : 0;
      }
    }
    if (unread > 0) {
      throw new Sweeps.Incomplete(found, unread);
    }
    return found;
  }

  /// By the day: Twilio promises to tell no finer.
  ///
  /// @param into what was read before it broke off, too
  /// @return whether it is whole
  private boolean read(String number, Instant since, List<MissedCall> into) {
    try {
      var listed =
          Call.reader()
              .setTo(number)
              .setStartTimeAfter(since.atZone(ZoneOffset.UTC))
              .setPageSize(page)
              .read(rest);
      for (var call : listed) {
        missed(call, number, since).ifPresent(into::add);
      }
      return true;
    } catch (RuntimeException e) {
      // the SDK throws many kinds at an answer it cannot read, some quoting it
      LOG.warn("calls to a number not swept", SafeTrace.of(e));
      return false;
    }
  }

  /// Empty for what is not of people who call, is older than what is asked for, or too young.
  private Optional<MissedCall> missed(Call call, String number, Instant since) {
    var sid = Optional.ofNullable(call.getSid()).filter(CallId::isOne);
    var began = first(call.getStartTime(), call.getDateCreated()).orElse(since);
    if (sid.isEmpty()
        || !"inbound".equals(call.getDirection())
        || began.isBefore(since)
        || began.plus(SETTLED).isAfter(clock.instant())) {
      return Optional.empty();
    }
    var ended =
        isOver(call)
            ? first(call.getEndTime(), call.getDateUpdated()).or(() -> Optional.of(began))
            : Optional.<Instant>empty();
    var from = Objects.requireNonNullElse(call.getFrom(), "");
    return Optional.of(
        new MissedCall(new CallId(sid.get()), Caller.of(from), number, began, ended));
  }

  /// A state of tomorrow, which the SDK does not know, is none: it is asked after later.
  private static boolean isOver(Call call) {
    return call.getStatus() != null && TwilioDialler.OVER.contains(call.getStatus());
  }

  private static Optional<Instant> first(@Nullable ZonedDateTime... times) {
    return Stream.of(times).flatMap(Stream::ofNullable).findFirst().map(ZonedDateTime::toInstant);
  }
}
