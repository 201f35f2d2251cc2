package org.havenline.referral.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.havenline.contact.ContactId;
import org.havenline.contact.ResponderId;
import org.havenline.referral.directory.ServiceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The gate against an oracle that knows nothing of it: what was agreed, and what time it is.
final class ConsentTest {
  private static final long SEED = 20_261_129;
  private static final int ATTEMPTS = 10_000;
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  /// One attempt, as it was made up.
  private record Attempt(
      boolean agreed,
      boolean takenBack,
      long minutesLeft,
      String to,
      Why why,
      Set<Told> fields,
      Map<Told, String> known,
      String asked,
      Why wish) {

    /// What the oracle lets through: nothing, or these fields.
    Optional<Map<Told, String>> expected() {
      boolean right = agreed && !takenBack && minutesLeft > 0 && to.equals(asked) && why == wish;
      if (!right) {
        return Optional.empty();
      }
      var told = new TreeMap<Told, String>();
      for (var field : fields) {
        if (known.containsKey(field)) {
          told.put(field, known.get(field));
        }
      }
      return Optional.of(told);
    }

    Gate.Known stored() {
      var given = NOON.plus(Duration.ofMinutes(minutesLeft)).minus(Consent.USUAL);
      return new Gate.Known(
          known,
          agreed
              ? Optional.of(
                  new Consent(
                      new ServiceId(to),
                      why,
                      fields,
                      given,
                      NOON.plus(Duration.ofMinutes(minutesLeft)),
                      new How.Spoken(),
                      new ResponderId("lucia"),
                      takenBack ? Optional.of(NOON) : Optional.empty()))
              : Optional.empty());
    }
  }

  /// Faults that are planted, by a store that says more than is so.
  enum Fault {
    IGNORES_EXPIRY,
    IGNORES_REVOCATION,
    IGNORES_SERVICE,
    IGNORES_PURPOSE,
    SENDS_ONE_MORE_FIELD;

    UnaryOperator<Gate.Known> on(Asked asked) {
      return known -> new Gate.Known(known.told(), known.consent().map(one -> changed(one, asked)));
    }

    private Consent changed(Consent one, Asked asked) {
      var fields = EnumSet.noneOf(Told.class);
      fields.addAll(one.fields());
      if (this == SENDS_ONE_MORE_FIELD) {
        EnumSet.complementOf(fields).stream().findFirst().ifPresent(fields::add);
      }
      return new Consent(
          this == IGNORES_SERVICE ? asked.service() : one.service(),
          this == IGNORES_PURPOSE ? asked.why() : one.why(),
          fields,
          one.given(),
          this == IGNORES_EXPIRY ? Instant.MAX : one.until(),
          one.how(),
          one.notedBy(),
          this == IGNORES_REVOCATION ? Optional.empty() : one.revoked());
    }
  }

  @Test
  void ofTenThousandAttemptsNoneLeavesWithoutConsentAndOnlyWhatItCovers() {
    System.out.println("seed " + SEED);
    var passed = new ArrayList<Integer>();
    var reasons = new TreeMap<String, Integer>();

    assertThat(differences(known -> UnaryOperator.identity(), passed, reasons)).isEmpty();

    assertThat(passed).as("the gate opens, too").hasSizeGreaterThan(1_000);
    assertThat(reasons).hasSize(5).allSatisfy((_, times) -> assertThat(times).isGreaterThan(100));
  }

  @ParameterizedTest
  @EnumSource
  void aGateWithAFaultIsCaught(Fault fault) {
    assertThat(differences(fault::on, new ArrayList<>(), new TreeMap<>())).hasSizeGreaterThan(50);
  }

  private static List<Integer> differences(
      java.util.function.Function<Asked, UnaryOperator<Gate.Known>> fault,
      List<Integer> passed,
      Map<String, Integer> reasons) {
    var random = new SplittableRandom(SEED);
    var differences = new ArrayList<Integer>();
    for (int i = 0; i < ATTEMPTS; i++) {
      var attempt = attempt(random);
      var asked =
          new Asked(new ContactId("c"), "r", new ServiceId(attempt.asked()), attempt.wish());
      var gate = new Gate(one -> Optional.of(fault.apply(one).apply(attempt.stored())), () -> NOON);
      var answer = gate.open(asked);
      switch (answer) {
        case Disclosure leave -> {
          passed.add(i);
          if (!attempt.expected().equals(Optional.of(new TreeMap<>(leave.fields())))) {
            differences.add(i);
          }
        }
        case Passage.Closed(var reason) -> {
          reasons.merge(reason, 1, Integer::sum);
          if (attempt.expected().isPresent()) {
            differences.add(i);
          }
        }
      }
    }
    return differences;
  }

  private static Attempt attempt(SplittableRandom random) {
    var known = new EnumMap<Told, String>(Told.class);
    var fields = EnumSet.noneOf(Told.class);
    for (var field : Told.values()) {
      if (random.nextInt(3) > 0) {
        known.put(field, field + " " + random.nextInt(100));
      }
      if (random.nextBoolean()) {
        fields.add(field);
      }
    }
    return new Attempt(
        random.nextInt(8) > 0,
        random.nextInt(5) == 0,
        random.nextInt(-2, 8),
        "s" + random.nextInt(2),
        random.nextInt(4) == 0 ? Why.FOLLOW_UP : Why.HELP,
        fields,
        known,
        "s" + random.nextInt(2),
        random.nextInt(4) == 0 ? Why.FOLLOW_UP : Why.HELP);
  }
}
