package org.havenline.rehearsal.play;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.havenline.contact.ResponderId;
import org.havenline.rehearsal.arrivals.Arrival;
import org.havenline.routing.Triage;

/// What became of a contact.
///
/// @param number from 0, in order of arrival; the same for all tables
/// @param by who took it
/// @param inHerLanguage whether who took it speaks it at all
/// @param steps of the escalation that came due
/// @param offers how often somebody was asked
/// @param pages how often people on call were texted
public record Fate(
    int number,
    Arrival arrival,
    Path path,
    End end,
    Optional<ResponderId> by,
    Optional<Instant> takenAt,
    boolean inHerLanguage,
    int steps,
    int offers,
    int pages) {

  /// How waiting ended.
  public enum End {
    ANSWERED,
    GAVE_UP,
    /// waited until the end of the rehearsal
    NOT_ANSWERED
  }

  public boolean answered() {
    return end == End.ANSWERED;
  }

  /// Until somebody took it; zero when nobody did.
  public Duration waited() {
    return takenAt.map(taken -> Duration.between(arrival.at(), taken)).orElse(Duration.ZERO);
  }

  public boolean languageKnown() {
    return !arrival.triage().language().equals(Triage.UNKNOWN_LANGUAGE);
  }
}
