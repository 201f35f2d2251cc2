package org.havenline.channel.twilio.voice;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.type.Client;
import com.twilio.type.Endpoint;
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
import org.havenline.channel.voice.softphone.Phones;
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
  static final Set<Call.Status> OVER =
      Set.of(
          Call.Status.COMPLETED,
          Call.Status.BUSY,
          Call.Status.FAILED,
          Call.Status.NO_ANSWER,
          Call.Status.CANCELED);

  private final TwilioRestClient rest;
  private final Documents documents;
  private final TwilioConferences conferences;

  /// @param line whose legs these are
  public TwilioDialler(TwilioAccount account, PublicUrl publicUrl, LineId line) {
    this(account.rest(), new Documents(publicUrl, line));
  }

  TwilioDialler(TwilioRestClient rest, Documents documents) {
    this.rest = rest;
    this.documents = documents;
    this.conferences = new TwilioConferences(rest);
  }

  @Override
  public Result dial(Leg leg, String to, String from, Duration ring, String keys) {
    return dial("leg", leg, to, from, ring, keys);
  }

  @Override
  public Result dialBack(Leg leg, String to, String from, Duration ring) {
    return dial("back", leg, to, from, ring, "");
  }

  /// @param path what whoever picks up hears, below the door
  private Result dial(String path, Leg leg, String to, String from, Duration ring, String keys) {
    try {
      var asked =
          Call.creator(
                  endpoint(to),
                  new PhoneNumber(from),
                  URI.create(documents.address(path + "?l=" + leg.id())))
              .setTimeout((int) ring.toSeconds())
              .setStatusCallback(URI.create(documents.address(path + "/status?l=" + leg.id())))
              .setStatusCallbackEvent(EVENTS);
      var sid = (keys.isEmpty() ? asked : asked.setSendDigits(keys)).create(rest).getSid();
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

  private static Endpoint endpoint(String to) {
    return to.startsWith(Phones.CLIENT) ? new Client(to) : new PhoneNumber(to);
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
    // should it fail, she asks by herself within the time of an announcement
    return fetch(call.value(), "next?n=1");
  }

  @Override
  public boolean fetch(Leg leg) {
    return fetch(leg.sid(), "leg/next?l=" + leg.id());
  }

  private boolean fetch(String sid, String path) {
    try {
      Call.updater(sid).setUrl(URI.create(documents.address(path))).update(rest);
      return true;
    } catch (RuntimeException e) {
      LOG.info("call {} could not be fetched now", sid);
      return false;
    }
  }

  @Override
  public boolean seat(CallId call, String room, String sid, Seat seat) {
    return conferences.seat(room, sid, seat, URI.create(documents.address("hold?c=" + call)));
  }

  @Override
  public boolean announce(CallId call, String room, String guest) {
    return conferences.announce(
        room, URI.create(documents.address("announce?c=" + call + "&g=" + guest)));
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
