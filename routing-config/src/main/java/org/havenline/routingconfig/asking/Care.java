package org.havenline.routingconfig.asking;

import java.time.Duration;
import java.util.Map;
import org.havenline.routingconfig.staff.Skill;
import org.havenline.routingconfig.yaml.Fields;

/// What holds for every rule of a plan, for the sake of the person and of those who answer.
///
/// @param minorsNeed skills and least levels of whoever answers a minor; no step takes them away
/// @param knownFirst for so long from her arrival a responder who answered her before comes first,
///   and is waited for if she is on duty; zero: she is asked like others
public record Care(Map<String, Integer> minorsNeed, Duration knownFirst, Welfare welfare) {
  public static final Care NONE = new Care(Map.of(), Duration.ZERO, Welfare.NO_LIMIT);

  public Care {
    minorsNeed = Map.copyOf(minorsNeed);
  }

  public static Care read(Fields plan) {
    return new Care(
        plan.optional("minors-need").map(Skill::levels).orElse(Map.of()),
        plan.optional("known-first")
            .map(v -> v.duration(Duration.ZERO, Duration.ofMinutes(10)))
            .orElse(Duration.ZERO),
        plan.optional("welfare").map(Welfare::read).orElse(Welfare.NO_LIMIT));
  }
}
