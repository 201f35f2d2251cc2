package org.havenline.rehearsal.play;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
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

  /// Who is asked now.
  private final Set<Member> with = new LinkedHashSet<>();

  private int step;
  private int pages;
  private int offers;
  private @Nullable Instant takenAt;
  private @Nullable Member takenBy;

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

  int offered(List<Member> to) {
    state = State.OFFERED;
    with.addAll(to);
    offers += to.size();
    return ++epoch;
  }

  boolean asks(Member one) {
    return state == State.OFFERED && with.contains(one);
  }

  /// This one is not asked any more, and noted as somebody who was.
  ///
  /// @return whether nobody else is asked either: then she is back in her place, and who was asked
  ///   is left alone with it for a moment
  boolean returned(Member one) {
    asked.add(one.id());
    with.remove(one);
    if (!with.isEmpty()) {
      return false;
    }
    state = State.WAITING;
    waiting = decided().leavingAlone(asked);
    return true;
  }

  /// Those who were asked may be asked again.
  void rested() {
    waiting = waiting.leavingAlone(Set.of());
  }

  /// @return who else was asked, and is not any more
  List<Member> taken(Member by, Instant now) {
    state = State.TAKEN;
    takenAt = now;
    takenBy = by;
    with.remove(by);
    return leave();
  }

  /// @return who was asked, and is not any more
  List<Member> gone() {
    state = State.GONE;
    return leave();
  }

  private List<Member> leave() {
    var left = List.copyOf(with);
    with.clear();
    return left;
  }

  Fate fate() {
    var by = Optional.ofNullable(takenBy);
    return new Fate(
        number,
        arrival,
        Path.of(waiting.decision(), arrival.at()),
        state == State.TAKEN
            ? Fate.End.ANSWERED
            : state == State.GONE ? Fate.End.GAVE_UP : Fate.End.NOT_ANSWERED,
        by.map(Member::id),
        Optional.ofNullable(takenAt),
        by.filter(one -> one.speaks(arrival.triage().language())).isPresent(),
        step,
        offers,
        pages);
  }
}
