package org.havenline.referral.search;

import static org.havenline.referral.eligibility.Answer.NO;
import static org.havenline.referral.eligibility.Answer.YES;

import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.directory.Standing.Status;
import org.havenline.referral.directory.Standing.Vetting;
import org.havenline.referral.eligibility.Child;
import org.havenline.referral.eligibility.Eligibility;
import org.havenline.referral.eligibility.Person;

/// Whether a service may be shown for a person, written down a second time, from what the records
/// say of themselves and without a look at how the search does it.
final class SlowCheck {
  private SlowCheck() {}

  static boolean mayBeOffered(ServiceAtLocation service, Person person) {
    return service.standing().status() == Status.ACTIVE
        && service.standing().vetting() == Vetting.VETTED
        && takes(service.eligibility(), person);
  }

  private static boolean takes(Eligibility service, Person person) {
    if (person.gender().isPresent()
        && !service.genders().isEmpty()
        && !service.genders().contains(person.gender().get())) {
      return false;
    }
    if (person.trans() == YES && service.trans() == NO) {
      return false;
    }
    if (person.age().isPresent()) {
      int age = person.age().getAsInt();
      if ((service.youngest().isPresent() && age < service.youngest().getAsInt())
          || (service.oldest().isPresent() && age > service.oldest().getAsInt())) {
        return false;
      }
    }
    for (var need : person.needs()) {
      if (service.needs().get(need) == NO) {
        return false;
      }
    }
    for (var condition : service.conditions()) {
      if (person.cannotMeet().contains(condition)) {
        return false;
      }
    }
    if (!service.exploitation().isEmpty() && !person.exploitation().isEmpty()) {
      boolean one = false;
      for (var form : service.exploitation()) {
        one |= person.exploitation().contains(form);
      }
      if (!one) {
        return false;
      }
    }
    return takesChildren(service, person);
  }

  private static boolean takesChildren(Eligibility service, Person person) {
    var children = service.children();
    if (person.children().isEmpty()) {
      return true;
    }
    if (children.admitted() == NO) {
      return false;
    }
    if (children.most().isPresent() && person.children().size() > children.most().getAsInt()) {
      return false;
    }
    for (Child child : person.children()) {
      boolean tooOldForABoy =
          children.oldestBoy().isPresent() && child.age() > children.oldestBoy().getAsInt();
      boolean tooOldForAGirl =
          children.oldestGirl().isPresent() && child.age() > children.oldestGirl().getAsInt();
      boolean tooOld =
          switch (child.gender()) {
            case MAN -> tooOldForABoy;
            case WOMAN -> tooOldForAGirl;
            case NON_BINARY -> tooOldForABoy || tooOldForAGirl;
          };
      if (tooOld) {
        return false;
      }
    }
    return true;
  }
}
