package org.havenline.referral.given;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.havenline.contact.ContactId;
import org.havenline.contact.ResponderId;
import org.havenline.referral.consent.How;
import org.havenline.referral.consent.Told;
import org.havenline.referral.consent.Why;
import org.havenline.referral.counted.About;
import org.havenline.referral.deeds.Offering;
import org.havenline.referral.deeds.Referring;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.directory.ServiceKind;
import org.havenline.referral.given.Change.By;
import org.havenline.referral.given.Change.Done;
import org.havenline.referral.handover.Sending;
import org.havenline.testing.LineTest;
import org.junit.jupiter.api.BeforeEach;

/// Tests with a person in conversation, and a service to offer her.
abstract class ReferralTest extends LineTest {
  protected static final ServiceKind SHELTER = new ServiceKind("shelter.emergency");
  protected static final By LUCIA_HERSELF = new By(LUCIA, false);
  protected static final By MIRIAM = new By(new ResponderId("miriam"), true);
  protected static final String KEY = "key-0123456789ab";

  protected ContactId contact = new ContactId("none");
  protected long epoch;
  protected ServiceId house = new ServiceId("none");

  @BeforeEach
  void talkToHer() {
    house = Services.put(line.directory, Services.service("house"));
    contact = line.receive("SM1", "+12025550101", "Hola, me gustaría hablar con alguien");
    epoch = connect(LUCIA, contact).epoch();
  }

  protected String refer(ServiceId... services) {
    var wanted =
        java.util.Arrays.stream(services).map(one -> new Offering.Wanted(one, false)).toList();
    return ((Done.Yes) offer(wanted)).referral().id();
  }

  protected Done offer(List<Offering.Wanted> wanted) {
    var told = Map.of(Told.NAME, "Ana", Told.NOTE, "con un niño");
    return line.referrals
        .referring()
        .offer(contact, LUCIA, new Referring.Offer(wanted, List.of(SHELTER), told, About.NOT_SAID));
  }

  protected String reason(ServiceId service) {
    return ((Done.No) offer(List.of(new Offering.Wanted(service, false)))).reason();
  }

  protected ServiceId own(String id, String field, String value) {
    var service = Services.service(id);
    service.withObject("havenline").put(field, value);
    return Services.put(line.directory, service);
  }

  protected Referring.Agreed agreed() {
    return new Referring.Agreed(
        house, Why.HELP, Set.of(Told.NAME), Map.of(), Optional.empty(), new How.Spoken());
  }

  protected void agree(String id) {
    assertThat(line.referrals.referring().agree(contact, LUCIA, id, agreed()))
        .isInstanceOf(Done.Yes.class);
  }

  protected Done agree(String id, How how) {
    var agreed = new Referring.Agreed(house, Why.HELP, Set.of(), Map.of(), Optional.empty(), how);
    return line.referrals.referring().agree(contact, LUCIA, id, agreed);
  }

  protected Outcome heard() {
    return new Outcome(Outcome.Kind.ARRIVED, "", "lucia", clock.instant());
  }

  protected Done followUp(String id, Duration in, boolean withPerson) {
    var next = new FollowUp(clock.instant().plus(in), withPerson);
    return line.referrals
        .outcomes()
        .note(contact, LUCIA_HERSELF, id, Optional.empty(), Optional.of(next));
  }

  protected Sending phone(String id) {
    return line.referrals.handover().phone(contact, LUCIA, id, house, Why.HELP);
  }

  protected Sending text(String id, ServiceId service, String words, String key) {
    return line.referrals.handover().text(contact, LUCIA, id, service, Optional.of(words), key);
  }

  protected static void refused(Sending sending, String reason) {
    assertThat(sending).isInstanceOf(Sending.No.class);
    assertThat(((Sending.No) sending).reason()).contains(reason);
  }

  protected Referral stored(String id) {
    return line.referrals.referrals().find(contact, id).orElseThrow();
  }

  protected long days(String key) {
    return Duration.ofMillis(line.redis.call("PTTL", key).number())
        .plus(Duration.ofMinutes(1))
        .toDays();
  }
}
