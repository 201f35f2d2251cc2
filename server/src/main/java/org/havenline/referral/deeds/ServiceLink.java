package org.havenline.referral.deeds;

import java.util.Optional;
import org.havenline.contact.ContactId;
import org.havenline.contact.LineId;
import org.havenline.referral.consent.Asked;
import org.havenline.referral.consent.Why;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.link.Purpose;

/// What a service's private link is for: one referral, and this service alone.
public record ServiceLink(LineId line, ContactId contact, String referral, ServiceId service) {
  private static final String KIND = "referral";
  private static final int PARTS = 4;

  /// As links are issued for it.
  public Purpose purpose() {
    return new Purpose(KIND, line + " " + contact + " " + referral + " " + service.value());
  }

  /// What is asked of the gate.
  public Asked asked() {
    return new Asked(contact, referral, service, Why.HELP);
  }

  /// Empty when it is for something else.
  public static Optional<ServiceLink> of(Purpose purpose) {
    var parts = purpose.id().split(" ", PARTS);
    return purpose.kind().equals(KIND) && parts.length == PARTS
        ? Optional.of(
            new ServiceLink(
                new LineId(parts[0]), new ContactId(parts[1]), parts[2], new ServiceId(parts[3])))
        : Optional.empty();
  }
}
