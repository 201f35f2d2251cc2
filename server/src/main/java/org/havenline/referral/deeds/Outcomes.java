package org.havenline.referral.deeds;

import java.time.InstantSource;
import java.util.Optional;
import org.havenline.contact.ContactId;
import org.havenline.conversation.SafeTimes;
import org.havenline.referral.consent.Consent;
import org.havenline.referral.consent.Disclosure;
import org.havenline.referral.counted.Tally;
import org.havenline.referral.given.Change;
import org.havenline.referral.given.Change.By;
import org.havenline.referral.given.Change.Done;
import org.havenline.referral.given.FollowUp;
import org.havenline.referral.given.Outcome;
import org.havenline.referral.given.Referral;
import org.havenline.referral.given.Referrals;

/// Notes what became of referrals, as staff or the service itself say, and when to ask again.
public final class Outcomes {
  private final Referrals referrals;
  private final SafeTimes safeTimes;
  private final InstantSource clock;

  public Outcomes(Referrals referrals, SafeTimes safeTimes, InstantSource clock) {
    this.referrals = referrals;
    this.safeTimes = safeTimes;
    this.clock = clock;
  }

  /// What became of it, or when to ask.
  ///
  /// @param outcome empty: not known yet
  public Done note(
      ContactId contact, By by, String id, Optional<Outcome> outcome, Optional<FollowUp> followUp) {
    return referrals.change(
        contact,
        by,
        Change.on(
            id,
            (_, one) ->
                followUp
                    .flatMap(next -> refusal(contact, next))
                    .<Change>map(Change.Refused::new)
                    .orElseGet(() -> noted(one, outcome, followUp))));
  }

  /// What the service itself says, by its link.
  ///
  /// @param leave that the gate gave it at this moment
  public Done answered(ServiceLink link, Disclosure leave, Outcome.Kind kind, String reason) {
    var heard = new Outcome(kind, reason, Outcome.SERVICE, clock.instant());
    return referrals.change(
        link.contact(),
        By.SERVICE,
        Change.on(
            link.referral(),
            (_, one) ->
                one.consent()
                        .filter(consent -> consent.revoked().isEmpty())
                        .filter(consent -> consent.service().equals(leave.service()))
                        .isPresent()
                    ? noted(one, Optional.of(heard), one.followUp())
                    : new Change.NotThere()));
  }

  private static Change noted(
      Referral one, Optional<Outcome> outcome, Optional<FollowUp> followUp) {
    boolean counts =
        !one.counted()
            && !one.needs().isEmpty()
            && outcome.filter(o -> o.kind().isFinal()).isPresent();
    return new Change.Written(
        one.with(outcome.or(one::outcome), one.counted() || counts, followUp),
        Change.Mail.AS_IT_IS,
        outcome
            .filter(_ -> counts)
            .map(heard -> Tally.of(heard.at(), one.needs(), heard.kind().isUnmet())),
        outcome.map(heard -> heard.kind().word()).orElse("follow-up"));
  }

  private Optional<String> refusal(ContactId contact, FollowUp next) {
    var now = clock.instant();
    if (!now.isBefore(next.at()) || next.at().isAfter(now.plus(Consent.LONGEST))) {
      return Optional.of("Somebody can be asked again later than now, and within 30 days.");
    }
    return next.withPerson()
            && safeTimes.until(contact).filter(end -> next.at().isAfter(end)).isPresent()
        ? Optional.of("She may not be written to at that time. Ask the service, or ask earlier.")
        : Optional.empty();
  }
}
