package org.havenline.referral.eligibility;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Whether a service can take a person.
///
/// What is known on both sides decides. What a service limits and the person has not said, or the
/// person brings and the service has not said, is neither: it is to be asked before she is sent.
///
/// @param against on what they do not fit; one is enough never to show the service
/// @param toAsk what has to be asked first
public record Fit(Set<Requirement> against, Set<Requirement> toAsk) {
  public Fit {
    against = Set.copyOf(against);
    toAsk = Set.copyOf(toAsk);
  }

  public boolean eligible() {
    return against.isEmpty();
  }

  public static Fit of(Eligibility service, Person person) {
    Fitting fitting = new Fitting();
    fitting.gender(service, person);
    fitting.trans(service, person);
    fitting.age(service, person);
    person.children().forEach(child -> fitting.child(service.children(), child));
    fitting.family(service.children(), person.children().size());
    person
        .needs()
        .forEach(need ->
            fitting.answer(service.needs().getOrDefault(need, Answer.NOT_SAID), Requirement.NEED));
    fitting.exploitation(service, person);
    fitting.conditions(service, person);
    return new Fit(fitting.against, fitting.toAsk);
  }

  /// Collects; small enough to be read beside the rule it follows.
  private static final class Fitting {
    private final Set<Requirement> against = EnumSet.noneOf(Requirement.class);
    private final Set<Requirement> toAsk = EnumSet.noneOf(Requirement.class);

    private void gender(Eligibility service, Person person) {
      if (service.genders().isEmpty()) {
        return;
      }
      judge(person.gender().map(service.genders()::contains), Requirement.GENDER);
    }

    /// A place for all genders that is silent on trans people is asked as well: "not said" has
    /// often meant "turned away at the door".
    private void trans(Eligibility service, Person person) {
      if (person.trans() == Answer.YES) {
        answer(service.trans(), Requirement.TRANS);
      }
    }

    private void age(Eligibility service, Person person) {
      if (service.youngest().isEmpty() && service.oldest().isEmpty()) {
        return;
      }
      if (person.age().isEmpty()) {
        toAsk.add(Requirement.AGE);
      } else if (person.age().getAsInt() < service.youngest().orElse(0)
          || person.age().getAsInt() > service.oldest().orElse(Integer.MAX_VALUE)) {
        against.add(Requirement.AGE);
      }
    }

    /// The limits for boys and girls are both asked of a child who is neither, so that nobody is
    /// turned away at the door.
    private void child(Children children, Child child) {
      answer(children.admitted(), Requirement.CHILDREN);
      boolean asBoy = child.gender() != Gender.WOMAN;
      boolean asGirl = child.gender() != Gender.MAN;
      if ((asBoy && child.age() > children.oldestBoy().orElse(Integer.MAX_VALUE))
          || (asGirl && child.age() > children.oldestGirl().orElse(Integer.MAX_VALUE))) {
        against.add(Requirement.CHILDREN);
      }
    }

    private void family(Children children, int many) {
      if (many > children.most().orElse(Integer.MAX_VALUE)) {
        against.add(Requirement.CHILDREN);
      }
    }

    private void exploitation(Eligibility service, Person person) {
      if (service.exploitation().isEmpty()) {
        return;
      }
      if (person.exploitation().isEmpty()) {
        toAsk.add(Requirement.EXPLOITATION);
      } else if (person.exploitation().stream().noneMatch(service.exploitation()::contains)) {
        against.add(Requirement.EXPLOITATION);
      }
    }

    private void conditions(Eligibility service, Person person) {
      if (service.conditions().stream().anyMatch(person.cannotMeet()::contains)) {
        against.add(Requirement.CONDITION);
      } else if (!service.conditions().isEmpty()) {
        toAsk.add(Requirement.CONDITION);
      }
    }

    private void judge(Optional<Boolean> fits, Requirement what) {
      if (fits.isEmpty()) {
        toAsk.add(what);
      } else if (!fits.get()) {
        against.add(what);
      }
    }

    private void answer(Answer answer, Requirement what) {
      switch (answer) {
        case YES -> {}
        case NO -> against.add(what);
        case NOT_SAID -> toAsk.add(what);
      }
    }
  }

  /// The questions on which a service and a person may not fit.
  public enum Requirement {
    GENDER,
    TRANS,
    AGE,
    CHILDREN,
    NEED,
    EXPLOITATION,
    CONDITION
  }
}
