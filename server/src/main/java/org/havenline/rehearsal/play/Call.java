package org.havenline.rehearsal.play;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.havenline.contact.ContactId;
import org.havenline.contact.ResponderId;
import org.havenline.rehearsal.arrivals.Arrival;
import org.havenline.routing.RoutingPlan;
import org.havenline.routing.WaitingContact;
import org.jspecify.annotations.Nullable;

/// A contact in a rehearsal.
final class Call {
  enum State {
    WAITING,
    OFFERED,
    TAKEN,
    GONE
  }

  final int number;
  final Arrival arrival;
  final SplittableRandom luck;
  private final RoutingPlan plan;
  private final Set<ResponderId> asked = new HashSet<>();
  private WaitingContact waiting;
  State state = State.WAITING;

  /// How long she will be talked with.
  Duration handling = Duration.ZERO;

  /// Raised with every offer, as the server does: what was noted for an older one is void.
  int epoch;

  /// Who is asked, or has taken it.
  @Nullable Member member;

  private int step;
  private int pages;
  private int offers;
  private @Nullable Instant takenAt;

  Call(int number, Arrival arrival, RoutingPlan plan) {
    this.number = number;
    this.arrival = arrival;
    this.luck = new SplittableRandom(arrival.luck());
    this.plan = plan;
    this.waiting = decided();
  }

  private WaitingContact decided() {
    // of equal length, so that ids have the order of arrival
    var id = new ContactId("c%07d".formatted(number));
    return plan.waiting(id, arrival.triage(), arrival.at(), step, asked);
  }

  ContactId id() {
    return waiting.id();
  }

  WaitingContact waiting() {
    return waiting;
  }

  long place() {
    return waiting.decision().virtualArrival();
  }

  int step() {
    return step;
  }

  /// The next step is done.
  ///
  /// @param page when people on call are texted by it
  /// @param relaxes when it changes whom she may be offered to
  void stepped(boolean page, boolean relaxes) {
    step++;
    pages += page ? 1 : 0;
    if (relaxes) {
      var resting = waiting.resting();
      waiting = decided().leavingAlone(resting);
    }
  }

  int offered(Member to) {
    state = State.OFFERED;
    member = to;
    offers++;
    return ++epoch;
  }

  /// Back in her place; who was asked is left alone with it for a moment.
  void returned() {
    if (member != null) {
      asked.add(member.id());
    }
    member = null;
    state = State.WAITING;
    waiting = decided().leavingAlone(asked);
  }

  /// Those who were asked may be asked again.
  void rested() {
    waiting = waiting.leavingAlone(Set.of());
  }

  void taken(Instant now) {
    state = State.TAKEN;
    takenAt = now;
  }

  Fate fate() {
    var by = member;
    return new Fate(
        number,
        arrival,
        Path.of(waiting.decision(), arrival.at()),
        state == State.TAKEN
            ? Fate.End.ANSWERED
            : state == State.GONE ? Fate.End.GAVE_UP : Fate.End.NOT_ANSWERED,
        Optional.ofNullable(state == State.TAKEN ? by : null).map(Member::id),
        Optional.ofNullable(takenAt),
        state == State.TAKEN && by != null && by.speaks(arrival.triage().language()),
        step,
        offers,
        pages);
  }
}
