package org.havenline.channel.twilio.voice;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.havenline.channel.Sender.Result;
import org.havenline.channel.twilio.PublicUrl;
import org.havenline.channel.twilio.RestFailure;
import org.havenline.channel.twilio.TwilioAccount;
import org.havenline.channel.voice.call.CallId;
import org.havenline.channel.voice.leg.Dialler;
import org.havenline.channel.voice.leg.Leg;
import org.havenline.contact.LineId;
import org.havenline.http.SafeTrace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rings and ends telephones by Twilio's REST API, each once. Nothing is recorded, and no machine
/// is looked for: only a pressed key makes an owner.
public final class TwilioDialler implements Dialler {
  private static final Logger LOG = LoggerFactory.getLogger(TwilioDialler.class);

  /// Twilio's clock against ours, and its times are whole seconds.
  private static final Duration CLOCKS = Duration.ofSeconds(5);

  private static final int NOT_FOUND = 20404;
  private static final long LOOK_THROUGH = 50;
  private static final List<String> EVENTS =
      List.of("initiated", "ringing", "answered", "completed");
  private static final Set<Call.Status> OVER =
      Set.of(
          Call.Status.COMPLETED,
          Call.Status.BUSY,
          Call.Status.FAILED,
          Call.Status.NO_ANSWER,
          Call.Status.CANCELED);

  private final TwilioRestClient rest;
  private final Documents documents;

  /// @param line whose legs these are
  public TwilioDialler(TwilioAccount account, PublicUrl publicUrl, LineId line) {
    this(account.rest(), new Documents(publicUrl, line));
  }

  TwilioDialler(TwilioRestClient rest, Documents documents) {
    this.rest = rest;
    this.documents = documents;
  }

  @Override
  public Result dial(Leg leg, String to, String from, Duration ring) {
    return dial("leg", leg, to, from, ring);
  }

  @Override
  public Result dialBack(Leg leg, String to, String from, Duration ring) {
    return dial("back", leg, to, from, ring);
  }

  /// @param path what whoever picks up hears, below the door
  private Result dial(String path, Leg leg, String to, String from, Duration ring) {
    try {
      var sid =
          Call.creator(
                  new PhoneNumber(to),
                  new PhoneNumber(from),
                  URI.create(documents.address(path + "?l=" + leg.id())))
              .setTimeout((int) ring.toSeconds())
              .setStatusCallback(URI.create(documents.address(path + "/status?l=" + leg.id())))
              .setStatusCallbackEvent(EVENTS)
              .create(rest)
              .getSid();
      return sid == null ? new Result.Unknown() : new Result.Accepted(sid);
    } catch (RestFailure.NotTaken e) {
      return new Result.Busy(e.pause());
    } catch (RestFailure.Answered e) {
      LOG.info("leg {} answered with {}", leg.id(), e.getMessage());
      return e.declined() ? new Result.Refused(e.code()) : new Result.Unknown();
    } catch (RuntimeException e) {
      // it has left, so whatever broke here says nothing about whether it rings
      LOG.warn("leg {} without a result", leg.id(), SafeTrace.of(e));
      return new Result.Unknown();
    }
  }

  @Override
  public Optional<String> find(String to, String from, Instant since) {
    var begun = since.minus(CLOCKS);
    var found =
        Call.reader()
            .setTo(to)
            .setFrom(from)
            .setPageSize(LOOK_THROUGH)
            .firstPage(rest)
            .getRecords()
            .stream()
            .filter(call -> isSince(call, begun))
            .map(Call::getSid)
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static boolean isSince(Call call, Instant begun) {
    var created = call.getDateCreated();
    return created != null && !created.toInstant().isBefore(begun);
  }

  @Override
  public boolean end(String sid) {
    try {
      Call.updater(sid).setStatus(Call.UpdateStatus.COMPLETED).update(rest);
      return true;
    } catch (RestFailure.Answered e) {
      // that it is not in progress is what was wanted
      return e.declined() && isOver(sid).orElse(false);
    } catch (RuntimeException e) {
      LOG.info("a leg could not be ended now");
      return false;
    }
  }

  @Override
  public boolean fetch(CallId call) {
    try {
      Call.updater(call.value()).setUrl(URI.create(documents.address("next?n=1"))).update(rest);
      return true;
    } catch (RuntimeException e) {
      // she asks by herself within the time of an announcement
      LOG.info("call {} could not be fetched now", call);
      return false;
    }
  }

  @Override
  public Optional<Boolean> isOver(String sid) {
    try {
      return Optional.of(OVER.contains(Call.fetcher(sid).fetch(rest).getStatus()));
    } catch (RestFailure.Answered e) {
      return e.code() == NOT_FOUND ? Optional.of(true) : Optional.empty();
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }
}
