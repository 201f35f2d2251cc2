package org.havenline.referral.search.ask;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// When she needs it.
///
/// @param moment to the minute: all that is asked within one gets the same answer
/// @param openWithin only what is open then or opens within so long; zero for open at the moment,
///   empty for any. What does not tell its hours is kept, in a group of its own
public record When(Instant moment, Optional<Duration> openWithin) {
  public When {
    moment = moment.truncatedTo(ChronoUnit.MINUTES);
  }

  public static When any(Instant moment) {
    return new When(moment, Optional.empty());
  }

  public static When open(Instant moment) {
    return new When(moment, Optional.of(Duration.ZERO));
  }

  public static When openWithin(Instant moment, Duration wait) {
    return new When(moment, Optional.of(wait));
  }
}
