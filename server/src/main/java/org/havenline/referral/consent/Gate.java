package org.havenline.referral.consent;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The one gate through which anything of a person reaches a service. It remembers nothing: each
/// time it reads what is stored now, so what she takes back is closed at once, on every node.
public final class Gate {
  private static final Passage.Closed UNKNOWN =
      new Passage.Closed("This referral is not kept any more.");

  private static final Passage.Closed NEVER = new Passage.Closed("She has not agreed to this.");

  private final Source source;
  private final InstantSource clock;

  public Gate(Source source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  /// What is stored of a referral at this moment.
  @FunctionalInterface
  public interface Source {
    /// Empty when it is not there, or cannot be read any more.
    Optional<Known> read(Asked asked);
  }

  /// @param told what is known of her, whether she allows it or not
  /// @param consent the newest she gave, in force or not
  public record Known(Map<Told, String> told, Optional<Consent> consent) {
    public Known {
      told = Map.copyOf(told);
    }
  }

  /// @return a [Disclosure] of what she allowed, or why there is none
  public Passage open(Asked asked) {
    var known = source.read(asked);
    if (known.isEmpty()) {
      return UNKNOWN;
    }
    var given = known.get().consent();
    if (given.isEmpty()) {
      return NEVER;
    }
    var consent = given.get();
    return consent
        .refusal(asked.service(), asked.why(), clock.instant())
        .<Passage>map(Passage.Closed::new)
        .orElseGet(() ->
            new Disclosure(
                consent.service(), allowed(known.get().told(), consent), consent.until()));
  }

  private static Map<Told, String> allowed(Map<Told, String> told, Consent consent) {
    var allowed = new EnumMap<Told, String>(Told.class);
    consent
        .fields()
        .forEach(field ->
            Optional.ofNullable(told.get(field)).ifPresent(value -> allowed.put(field, value)));
    return allowed;
  }
}
