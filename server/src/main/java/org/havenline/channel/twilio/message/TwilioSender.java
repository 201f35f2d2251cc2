package org.havenline.channel.twilio.message;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.havenline.channel.OutboundMessage;
import org.havenline.channel.Sender;
import org.havenline.channel.twilio.PublicUrl;
import org.havenline.channel.twilio.RestFailure;
import org.havenline.channel.twilio.TwilioAccount;
import org.havenline.channel.twilio.TwilioAddress;
import org.havenline.http.SafeTrace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends texts and WhatsApp messages by Twilio's REST API, each once.
public final class TwilioSender implements Sender {
  private static final Logger LOG = LoggerFactory.getLogger(TwilioSender.class);

  /// Twilio's error "message validity period expired", here before it was even sent.
  private static final int TOO_LATE = 30036;

  /// What Twilio takes for `ValidityPeriod`, in seconds.
  private static final long LONGEST_VALIDITY = 36_000;

  /// Twilio's clock against ours, and its times are whole seconds.
  private static final Duration CLOCKS = Duration.ofSeconds(5);

  private static final int LOOK_THROUGH = 100;

  private final TwilioRestClient rest;
  private final String callback;
  private final String overrides;
  private final Duration life;
  private final InstantSource clock;

  /// Sends on behalf of one account.
  ///
  /// @param life from a message's making to its not-after, by which a message is found again
  public TwilioSender(
      TwilioAccount account, PublicUrl publicUrl, Duration life, InstantSource clock) {
    this.rest = account.rest();
    this.callback = publicUrl.base() + "/twilio/messages/status?m=";
    // Twilio drops a status report that meets a 5xx unless told to try again in the fragment of
    // its address ("connection overrides"); other providers do not know them
    this.overrides = account.apiUrl().isPresent() ? "" : "#rc=3&rp=all";
    this.life = life;
    this.clock = clock;
  }

  @Override
  public Result send(OutboundMessage message) {
    long validity = Duration.between(clock.instant(), message.notAfter()).toSeconds();
    if (validity < 1) {
      return new Result.Refused(TOO_LATE);
    }
    try {
      var sid = create(message, (int) Math.min(validity, LONGEST_VALIDITY)).getSid();
      return sid == null ? new Result.Unknown() : new Result.Accepted(sid);
    } catch (RestFailure.NotTaken e) {
      return new Result.Busy(e.pause());
    } catch (RestFailure.Answered e) {
      LOG.info("message {} answered with {}", message.id(), e.getMessage());
      return e.declined() ? new Result.Refused(e.code()) : new Result.Unknown();
    } catch (RuntimeException e) {
      // it has left, so whatever broke here says nothing about whether it was taken
      LOG.warn("message {} without a result", message.id(), SafeTrace.of(e));
      return new Result.Unknown();
    }
  }

  private Message create(OutboundMessage message, int validity) {
    return Message.creator(
            new PhoneNumber(TwilioAddress.write(message.to())),
            new PhoneNumber(TwilioAddress.write(message.from())),
            message.text())
        .setStatusCallback(URI.create(callback + message.id() + overrides))
        .setValidityPeriod(validity)
        .create(rest);
  }

  /// Twilio has no field for our id, so the message is known by its two numbers, its text, and that
  /// it was made after ours. Two that fit are one too many: which is this one, nobody knows.
  @Override
  public Optional<String> find(OutboundMessage message) {
    var made = message.notAfter().minus(life).minus(CLOCKS);
    var found =
        Message.reader()
            .setTo(TwilioAddress.write(message.to()))
            .setFrom(TwilioAddress.write(message.from()))
            .setPageSize((long) LOOK_THROUGH)
            .firstPage(rest)
            .getRecords()
            .stream()
            .filter(candidate -> message.text().equals(candidate.getBody()))
            .filter(candidate -> isSince(candidate, made))
            .map(Message::getSid)
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static boolean isSince(Message candidate, Instant made) {
    var created = candidate.getDateCreated();
    return created != null && !created.toInstant().isBefore(made);
  }
}
