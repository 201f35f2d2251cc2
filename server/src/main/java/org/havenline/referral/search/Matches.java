package org.havenline.referral.search;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.havenline.referral.directory.Capacity;
import org.havenline.referral.directory.Place;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.directory.ServiceKind;
import org.havenline.referral.directory.Standing;
import org.havenline.referral.directory.Standing.Vetting;
import org.havenline.referral.eligibility.Fit;
import org.havenline.referral.search.answer.Match;
import org.havenline.referral.search.answer.Reason;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.ask.Speech;
import org.havenline.referral.search.find.Ranked;
import org.havenline.referral.search.index.Snapshot;

/// What was found, with the reasons a person weighs.
final class Matches {
  /// A figure of this age says nothing any more.
  private static final Duration OLD = Duration.ofDays(2);

  /// Nobody reads a confidential place off distances that are all those of its area's centre; and
  /// none looks more exact than it is.
  private static final int CONFIDENTIAL_STEP = 5;

  private final Search search;
  private final Set<ServiceKind> kinds;

  /// @param named kinds that the text names
  Matches(Search search, Set<ServiceKind> named) {
    this.search = search;
    this.kinds = new HashSet<>(named);
    kinds.addAll(search.what().kinds());
  }

  /// The filters have asked [Fit] already; it is asked again, so that no fault of theirs can send
  /// her to a closed door.
  List<Match> of(List<Ranked> found, Snapshot snapshot) throws IOException {
    List<Match> matches = new ArrayList<>();
    for (Ranked one : found) {
      ServiceAtLocation service = snapshot.service(one.document());
      Fit fit = Fit.of(service.eligibility(), search.person());
      if (fit.eligible()) {
        matches.add(new Match(service, reasons(one, service), fit.toAsk()));
      }
    }
    return matches;
  }

  private List<Reason> reasons(Ranked one, ServiceAtLocation service) {
    List<Reason> reasons = new ArrayList<>();
    if (one.named() > 0) {
      reasons.add(new Reason.Named());
    }
    Set<ServiceKind> kind = kinds(service);
    if (!kind.isEmpty()) {
      reasons.add(new Reason.OfKind(kind));
    } else if (one.text() > 0) {
      reasons.add(new Reason.Worded());
    }
    reasons.add(new Reason.Doors(one.opening()));
    place(one, service.place()).ifPresent(reasons::add);
    speech(service).ifPresent(reasons::add);
    service.capacity().map(this::places).ifPresent(reasons::add);
    if (service.eligibility().conditions().isEmpty()) {
      reasons.add(new Reason.DemandsNothing());
    }
    standing(service.standing(), reasons);
    return reasons;
  }

  private Set<ServiceKind> kinds(ServiceAtLocation service) {
    return service.kinds().stream()
        .filter(kind ->
            kinds.stream()
                .anyMatch(
                    asked -> kind.equals(asked) || kind.code().startsWith(asked.code() + ".")))
        .collect(Collectors.toSet());
  }

  private static Optional<Reason> place(Ranked one, Place place) {
    return switch (place) {
      case Place.At at -> away(one.km(), 1, false);
      case Place.Area area -> away(one.km(), CONFIDENTIAL_STEP, true);
      case Place.Remote remote -> Optional.of(new Reason.ByPhoneOrOnline());
      case Place.NotSaid notSaid -> Optional.of(new Reason.PlaceNotSaid());
    };
  }

  private static Optional<Reason> away(double km, int step, boolean confidential) {
    return Double.isNaN(km)
        ? Optional.empty()
        : Optional.of(new Reason.Away((int) Math.round(km / step) * step, confidential));
  }

  private Optional<Reason> speech(ServiceAtLocation service) {
    Set<String> asked = search.speech().languages();
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> there = spoken(service.spoken().there(), asked);
    if (there.isPresent()) {
      return there.map(Reason.Speaks::new);
    }
    Optional<String> byInterpreter =
        spoken(service.spoken().byInterpreter(), asked)
            .or(() ->
                service.spoken().anyByInterpreter()
                    ? asked.stream().sorted().findFirst()
                    : Optional.empty());
    return Optional.of(
        byInterpreter.<Reason>map(Reason.ByInterpreter::new).orElse(new Reason.LanguageNotSaid()));
  }

  private static Optional<String> spoken(Set<String> spoken, Set<String> asked) {
    return spoken.stream().map(Speech::first).filter(asked::contains).sorted().findFirst();
  }

  private Reason places(Capacity capacity) {
    Instant now = search.when().moment();
    Duration age =
        capacity.updated().isAfter(now) ? Duration.ZERO : Duration.between(capacity.updated(), now);
    return new Reason.Places(capacity.available(), capacity.counted(), age, age.compareTo(OLD) > 0);
  }

  private void standing(Standing standing, List<Reason> reasons) {
    long today = Duration.ofSeconds(search.when().moment().getEpochSecond()).toDays();
    reasons.add(
        standing
            .assured()
            .<Reason>map(day -> new Reason.CheckedDaysAgo(Math.max(0, today - day.toEpochDay())))
            .orElse(new Reason.NeverChecked()));
    if (standing.vetting() == Vetting.NOT_VETTED) {
      reasons.add(new Reason.NotVetted());
    }
    if (standing.vetting() == Vetting.BARRED || standing.status() != Standing.Status.ACTIVE) {
      reasons.add(new Reason.NotOffered());
    }
  }
}
