package org.havenline.referral.handover;

import java.util.Optional;
import java.util.function.Function;
import org.havenline.contact.LineId;
import org.havenline.referral.consent.Disclosure;
import org.havenline.referral.consent.Gate;
import org.havenline.referral.deeds.Outcomes;
import org.havenline.referral.deeds.ServiceLink;
import org.havenline.referral.given.Change.Done;
import org.havenline.referral.given.Option;
import org.havenline.referral.given.Outcome;
import org.havenline.referral.given.Referrals;
import org.havenline.referral.link.Links;

/// What a service sees and says by its private link. Every look asks the gate anew; a link that
/// opens nothing, one that has ended, and one whose consent has, look the same.
public final class ServiceDoor {
  private final Links links;
  private final Function<LineId, Optional<OfLine>> lines;

  /// The rooms of one line.
  public record OfLine(Referrals referrals, Outcomes outcomes, Gate gate) {}

  /// @param lines empty for one that this node does not have
  public ServiceDoor(Links links, Function<LineId, Optional<OfLine>> lines) {
    this.links = links;
    this.lines = lines;
  }

  /// What is to be seen now.
  ///
  /// @param service as it was offered
  /// @param outcome what the service, or somebody, said last
  public record Seen(
      ServiceLink link, Disclosure told, Option service, Optional<Outcome> outcome) {}

  /// Empty when there is nothing (any more).
  public Optional<Seen> look(String token) {
    return links.open(token).flatMap(link -> ServiceLink.of(link.purpose())).flatMap(this::look);
  }

  private Optional<Seen> look(ServiceLink link) {
    return lines
        .apply(link.line())
        .flatMap(line ->
            line.referrals()
                .find(link.contact(), link.referral())
                .flatMap(one ->
                    one.option(link.service())
                        .flatMap(option ->
                            line.gate().open(link.asked()) instanceof Disclosure leave
                                ? Optional.of(new Seen(link, leave, option, one.outcome()))
                                : Optional.empty())));
  }

  /// What the service says.
  ///
  /// @return false when there is nothing (any more)
  public boolean answer(String token, Outcome.Kind kind, String reason) {
    return look(token)
        .flatMap(seen ->
            lines
                .apply(seen.link().line())
                .map(line -> line.outcomes().answered(seen.link(), seen.told(), kind, reason)))
        .filter(Done.Yes.class::isInstance)
        .isPresent();
  }
}
