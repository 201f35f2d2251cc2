package org.havenline.referral.search.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.havenline.referral.eligibility.Answer;
import org.havenline.referral.eligibility.Child;
import org.havenline.referral.eligibility.Condition;
import org.havenline.referral.eligibility.Exploitation;
import org.havenline.referral.eligibility.Fit.Requirement;
import org.havenline.referral.eligibility.Gender;
import org.havenline.referral.eligibility.Need;
import org.havenline.referral.eligibility.Person;

/// One thing about a person on which alone a service may refuse her.
///
/// @param term as the index has it
/// @param on the question it belongs to
/// @param persons nothing else is known of these; the trait is refused if all of them are
record Trait(String term, Requirement on, List<Person> persons) {
  static final int OLDEST = 120;
  static final int MOST_CHILDREN = 30;

  static List<Trait> all() {
    List<Trait> all = new ArrayList<>();
    for (Gender gender : Gender.values()) {
      all.add(gender(gender));
      IntStream.range(0, 18).forEach(age -> all.add(child(new Child(gender, age))));
    }
    IntStream.rangeClosed(0, OLDEST).forEach(age -> all.add(age(age)));
    IntStream.rangeClosed(1, MOST_CHILDREN).forEach(many -> all.add(family(many)));
    Stream.of(Need.values()).map(Trait::need).forEach(all::add);
    Stream.of(Exploitation.values()).map(Trait::exploited).forEach(all::add);
    Stream.of(Condition.values()).map(Trait::cannot).forEach(all::add);
    all.add(trans());
    return all;
  }

  /// All of which each alone is enough to refuse her.
  static List<Trait> of(Person person) {
    List<Trait> traits = new ArrayList<>();
    person.gender().ifPresent(gender -> traits.add(gender(gender)));
    person.age().ifPresent(age -> traits.add(age(Math.clamp(age, 0, OLDEST))));
    person.children().forEach(child -> traits.add(child(child)));
    if (!person.children().isEmpty()) {
      traits.add(family(Math.min(person.children().size(), MOST_CHILDREN)));
    }
    person.needs().forEach(need -> traits.add(need(need)));
    person.cannotMeet().forEach(condition -> traits.add(cannot(condition)));
    if (person.trans() == Answer.YES) {
      traits.add(trans());
    }
    return traits;
  }

  /// What she went through: refused only if the service refuses every one of it.
  static List<Trait> exploitation(Person person) {
    return person.exploitation().stream().map(Trait::exploited).toList();
  }

  private static Trait gender(Gender gender) {
    Person alone = person(Optional.of(gender), OptionalInt.empty(), List.of());
    return new Trait("gender " + gender, Requirement.GENDER, List.of(alone));
  }

  private static Trait need(Need need) {
    Person alone = with(Set.of(need), Set.of(), Set.of(), Answer.NOT_SAID);
    return new Trait("need " + need, Requirement.NEED, List.of(alone));
  }

  private static Trait cannot(Condition condition) {
    Person alone = with(Set.of(), Set.of(), Set.of(condition), Answer.NOT_SAID);
    return new Trait("cannot " + condition, Requirement.CONDITION, List.of(alone));
  }

  private static Trait trans() {
    Person alone = with(Set.of(), Set.of(), Set.of(), Answer.YES);
    return new Trait("trans", Requirement.TRANS, List.of(alone));
  }

  private static Trait exploited(Exploitation form) {
    Person alone = with(Set.of(), Set.of(form), Set.of(), Answer.NOT_SAID);
    return new Trait("exploited " + form, Requirement.EXPLOITATION, List.of(alone));
  }

  private static Trait age(int age) {
    return new Trait(
        "age " + age,
        Requirement.AGE,
        List.of(person(Optional.empty(), OptionalInt.of(age), List.of())));
  }

  private static Trait child(Child child) {
    return new Trait(
        "child " + child.gender() + " " + child.age(),
        Requirement.CHILDREN,
        List.of(person(Optional.empty(), OptionalInt.empty(), List.of(child))));
  }

  /// A family is too large if it is so with small boys and with small girls: one of these alone may
  /// be refused for what it is.
  private static Trait family(int many) {
    List<Person> both = new ArrayList<>();
    for (Gender gender : List.of(Gender.MAN, Gender.WOMAN)) {
      List<Child> children = Collections.nCopies(many, new Child(gender, 0));
      both.add(person(Optional.empty(), OptionalInt.empty(), children));
    }
    return new Trait("family " + many, Requirement.CHILDREN, both);
  }

  private static Person person(Optional<Gender> gender, OptionalInt age, List<Child> children) {
    return new Person(gender, Answer.NOT_SAID, age, children, Set.of(), Set.of(), Set.of());
  }

  private static Person with(
      Set<Need> needs, Set<Exploitation> exploitation, Set<Condition> cannot, Answer trans) {
    return new Person(
        Optional.empty(), trans, OptionalInt.empty(), List.of(), needs, exploitation, cannot);
  }
}
