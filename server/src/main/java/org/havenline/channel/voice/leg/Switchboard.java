package org.havenline.channel.voice.leg;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.havenline.channel.voice.call.Call;
import org.havenline.channel.voice.call.CallId;
import org.havenline.channel.voice.call.Calls;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactState;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineKeys;
import org.havenline.lane.Claim;
import org.havenline.lane.LaneWorkers;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings telephones to what they should be: looks at one call, her contact and its legs as they
/// stand, and does what is missing. So it does not matter what was missed, came twice, or in
/// another order, nor which node does it; one does it at a time, by a claim.
public final class Switchboard implements LaneWorkers.Work {
  public static final String LANES = "calls";

  private static final Logger LOG = LoggerFactory.getLogger(Switchboard.class);
  private static final RedisScript DONE = RedisScript.of(Switchboard.class, "done.lua");

  /// A caller who waits is heard of more often than this; one who talks is asked after.
  static final Duration SILENCE = Duration.ofSeconds(45);

  private static final Duration AGAIN = Duration.ofSeconds(30);
  static final Duration SOON = Duration.ofSeconds(2);

  private final Redis redis;
  private final LineKeys keys;
  private final Calls calls;
  private final Legs legs;
  private final Contacts contacts;
  private final Ringing ringing;
  private final Company company;
  private final Dialler dialler;
  private final Consumer<CallId> over;
  private final BiFunction<Claim, Call, Optional<Duration>> promised;
  private final Duration lease;
  private final InstantSource clock;

  /// @param over is told of a call that turns out to be over
  /// @param promised looks at a call that a person was promised, and tells when it is to again
  public Switchboard(
      Redis redis,
      LineKeys keys,
      Calls calls,
      Legs legs,
      Contacts contacts,
      Ringing ringing,
      Company company,
      Dialler dialler,
      Consumer<CallId> over,
      BiFunction<Claim, Call, Optional<Duration>> promised,
      Duration lease,
      InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.calls = calls;
    this.legs = legs;
    this.contacts = contacts;
    this.ringing = ringing;
    this.company = company;
    this.dialler = dialler;
    this.over = over;
    this.promised = promised;
    this.lease = lease;
    this.clock = clock;
  }

  @Override
  public void perform(Claim claim) {
    var next = Optional.of(claim);
    while (next.isPresent()) {
      var again = look(next.get());
      next = done(next.get(), again);
    }
  }

  /// @return when it is looked at again, empty when nothing is left to do
  private Optional<Duration> look(Claim claim) {
    var id = new CallId(claim.lane());
    var found = calls.seen(id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var call = found.get().call();
    if (call.stage() == Call.Stage.BACK) {
      return promised.apply(claim, call);
    }
    if (call.isLive() && isSilent(call)) {
      lookAfter(call);
      found = calls.seen(id);
    }
    return found.flatMap(now -> look(claim, now.call(), now.contact()));
  }

  private Optional<Duration> look(Claim claim, Call call, Optional<Contact> hers) {
    var id = call.id();
    var contact = hers.filter(_ -> call.isLive());
    boolean troubled = endOthers(id, contact);
    if (contact.isPresent()) {
      if (!company.isPassing(call, contact.get())) {
        troubled |= ringing.ring(claim, call, contact.get());
      }
      troubled |= company.look(claim, call, contact.get());
    }
    if (call.isLive()) {
      troubled |= !meets(call, contact);
    }
    boolean finished = !call.isLive() && legs.of(id).stream().noneMatch(Leg::isOpen);
    return finished ? Optional.empty() : Optional.of(troubled ? SOON : AGAIN);
  }

  private boolean isSilent(Call call) {
    return call.heard().plus(SILENCE).isBefore(clock.instant());
  }

  /// Reports get lost: the provider is asked.
  private void lookAfter(Call call) {
    for (var leg : legs.of(call.id())) {
      if (leg.isOpen() && !leg.sid().isEmpty() && dialler.isOver(leg.sid()).orElse(false)) {
        legs.report(leg.id(), leg.sid(), Leg.State.OVER, "found-over");
      }
    }
    var isOver = dialler.isOver(call.id().value());
    if (isOver.orElse(false)) {
      over.accept(call.id());
    } else if (isOver.isPresent()) {
      calls.heard(call.id());
    }
  }

  /// Legs for which nobody is asked any more.
  ///
  /// @return whether something is left
  private boolean endOthers(CallId id, Optional<Contact> contact) {
    boolean left = false;
    for (var leg : open(id)) {
      if (contact.filter(one -> isWanted(leg, one)).isEmpty()) {
        left |= !ringing.end(leg);
      }
    }
    return left;
  }

  private boolean isWanted(Leg leg, Contact contact) {
    return leg.isGuests() ? company.isWanted(leg, contact) : leg.isWantedBy(contact);
  }

  private List<Leg> open(CallId id) {
    return legs.of(id).stream().filter(Leg::isOpen).toList();
  }

  /// Brings her to whoever has her contact, or back to waiting from a room where nobody is.
  ///
  /// @param seen her contact before anything was done
  private boolean meets(Call call, Optional<Contact> seen) {
    var contact = mayHaveChanged(call, seen) ? contacts.openOf(call.person()) : seen;
    boolean ended = contact.isEmpty() && call.contact().isPresent();
    var room =
        contact
            .filter(one -> one.state() == ContactState.CONNECTED)
            .flatMap(one -> legs.room(call.id(), one))
            .orElse("");
    if (ended) {
      return !calls.mayLetGo(call.id()) || dialler.fetch(call.id());
    }
    if (room.equals(call.room())) {
      return true;
    }
    return calls.mayFetch(call.id(), room, SOON) && dialler.fetch(call.id());
  }

  /// Whether she may be taken out of a room, or let go: not by what was true a moment ago.
  private static boolean mayHaveChanged(Call call, Optional<Contact> seen) {
    return !call.room().isEmpty()
        || seen.map(one -> one.state() == ContactState.CONNECTED)
            .orElse(call.contact().isPresent());
  }

  private Optional<Claim> done(Claim claim, Optional<Duration> again) {
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

  /// A fault of ours: it is looked at again later, since she may still be on the line.
  @Override
  public void quarantine(Claim claim) {
    LOG.error("call {} could not be looked after", claim.lane());
    done(claim, Optional.of(AGAIN));
  }
}
