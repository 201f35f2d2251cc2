package org.havenline.referral.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.havenline.referral.eligibility.Fit.Requirement.AGE;
import static org.havenline.referral.eligibility.Fit.Requirement.CHILDREN;
import static org.havenline.referral.eligibility.Fit.Requirement.CONDITION;
import static org.havenline.referral.eligibility.Fit.Requirement.EXPLOITATION;
import static org.havenline.referral.eligibility.Fit.Requirement.GENDER;
import static org.havenline.referral.eligibility.Fit.Requirement.NEED;
import static org.havenline.referral.eligibility.Fit.Requirement.TRANS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.havenline.referral.eligibility.Fit.Requirement;
import org.junit.jupiter.api.Test;

class FitTest {
  private static final Answer YES = Answer.YES;
  private static final Answer NO = Answer.NO;
  private static final Answer NOT_SAID = Answer.NOT_SAID;

  @Test
  void shelterForWomenTakesAWoman() {
    assertThat(Fit.of(forGenders(Gender.WOMAN), a(Gender.WOMAN))).isEqualTo(fits());
  }

  @Test
  void shelterForWomenNeverTakesAMan() {
    assertThat(Fit.of(forGenders(Gender.WOMAN), a(Gender.MAN))).isEqualTo(against(GENDER));
  }

  @Test
  void shelterForWomenIsAskedForSomebodyWhoHasNotSaid() {
    assertThat(Fit.of(forGenders(Gender.WOMAN), Person.UNKNOWN)).isEqualTo(asks(GENDER));
  }

  @Test
  void placeThatIsSilentOnGenderTakesEverybody() {
    assertThat(Fit.of(Eligibility.NOT_SAID, a(Gender.NON_BINARY))).isEqualTo(fits());
  }

  @Test
  void transPeopleAreTakenTurnedAwayOrAskedForAsThePlaceSays() {
    Person trans = person(Optional.of(Gender.WOMAN), YES, OptionalInt.empty(), List.of());

    assertThat(Fit.of(forTrans(YES), trans)).isEqualTo(fits());
    assertThat(Fit.of(forTrans(NO), trans)).isEqualTo(against(TRANS));
    assertThat(Fit.of(forTrans(NOT_SAID), trans)).isEqualTo(asks(TRANS));
    assertThat(Fit.of(forTrans(NO), a(Gender.WOMAN))).isEqualTo(fits());
  }

  @Test
  void bothEndsOfAnAgeAreInside() {
    Eligibility grown = ages(OptionalInt.of(18), OptionalInt.of(25));

    assertThat(Fit.of(grown, aged(17))).isEqualTo(against(AGE));
    assertThat(Fit.of(grown, aged(18))).isEqualTo(fits());
    assertThat(Fit.of(grown, aged(25))).isEqualTo(fits());
    assertThat(Fit.of(grown, aged(26))).isEqualTo(against(AGE));
    assertThat(Fit.of(grown, Person.UNKNOWN)).isEqualTo(asks(AGE));
    assertThat(Fit.of(ages(OptionalInt.empty(), OptionalInt.of(17)), aged(0))).isEqualTo(fits());
  }

  @Test
  void boyOfFourteenIsTurnedAwayWhereBoysEndAtTwelve() {
    Children upToTwelve =
        new Children(YES, OptionalInt.of(12), OptionalInt.of(17), OptionalInt.empty());

    assertThat(Fit.of(with(upToTwelve), bringing(new Child(Gender.MAN, 14))))
        .isEqualTo(against(CHILDREN));
    assertThat(Fit.of(with(upToTwelve), bringing(new Child(Gender.MAN, 12)))).isEqualTo(fits());
    assertThat(Fit.of(with(upToTwelve), bringing(new Child(Gender.WOMAN, 14)))).isEqualTo(fits());
    assertThat(Fit.of(with(upToTwelve), bringing(new Child(Gender.NON_BINARY, 14))))
        .isEqualTo(against(CHILDREN));
  }

  @Test
  void oneChildTooMuchIsTooMuch() {
    Children two = new Children(YES, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(2));
    Child girl = new Child(Gender.WOMAN, 3);

    assertThat(Fit.of(with(two), bringing(girl, girl))).isEqualTo(fits());
    assertThat(Fit.of(with(two), bringing(girl, girl, girl))).isEqualTo(against(CHILDREN));
  }

  @Test
  void childrenAreAskedForWherePlaceIsSilentAndTurnedAwayWhereItSaysNo() {
    Children none = new Children(NO, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    Child girl = new Child(Gender.WOMAN, 3);

    assertThat(Fit.of(Eligibility.NOT_SAID, bringing(girl))).isEqualTo(asks(CHILDREN));
    assertThat(Fit.of(with(none), bringing(girl))).isEqualTo(against(CHILDREN));
    assertThat(Fit.of(with(none), bringing())).isEqualTo(fits());
  }

  @Test
  void needIsMetRefusedOrAskedFor() {
    Person pregnant = changed(Person.UNKNOWN, Set.of(Need.PREGNANCY), Set.of(), Set.of());

    assertThat(Fit.of(needs(Map.of(Need.PREGNANCY, YES)), pregnant)).isEqualTo(fits());
    assertThat(Fit.of(needs(Map.of(Need.PREGNANCY, NO)), pregnant)).isEqualTo(against(NEED));
    assertThat(Fit.of(needs(Map.of(Need.PET, NO)), pregnant)).isEqualTo(asks(NEED));
    assertThat(Fit.of(needs(Map.of(Need.PET, NO)), Person.UNKNOWN)).isEqualTo(fits());
  }

  @Test
  void placeForSurvivorsOfOneFormTakesThemOnly() {
    Eligibility labour = exploitation(Exploitation.LABOUR);

    assertThat(Fit.of(labour, survivorOf(Exploitation.LABOUR, Exploitation.BEGGING)))
        .isEqualTo(fits());
    assertThat(Fit.of(labour, survivorOf(Exploitation.SEXUAL))).isEqualTo(against(EXPLOITATION));
    assertThat(Fit.of(labour, Person.UNKNOWN)).isEqualTo(asks(EXPLOITATION));
  }

  @Test
  void whatSheCannotMeetIsNeverDemandedOfHer() {
    Person noPapers = changed(Person.UNKNOWN, Set.of(), Set.of(), Set.of(Condition.PAPERS));

    assertThat(Fit.of(demanding(Condition.PAPERS), noPapers)).isEqualTo(against(CONDITION));
    assertThat(Fit.of(demanding(Condition.FEE), noPapers)).isEqualTo(asks(CONDITION));
    assertThat(Fit.of(demanding(), noPapers)).isEqualTo(fits());
  }

  private static Fit fits() {
    return new Fit(Set.of(), Set.of());
  }

  private static Fit against(Requirement what) {
    return new Fit(Set.of(what), Set.of());
  }

  private static Fit asks(Requirement what) {
    return new Fit(Set.of(), Set.of(what));
  }

  private static Eligibility forGenders(Gender... genders) {
    return service(all -> all.genders = Set.of(genders));
  }

  private static Eligibility forTrans(Answer answer) {
    return service(all -> all.trans = answer);
  }

  private static Eligibility ages(OptionalInt youngest, OptionalInt oldest) {
    return service(all -> {
      all.youngest = youngest;
      all.oldest = oldest;
    });
  }

  private static Eligibility with(Children children) {
    return service(all -> all.children = children);
  }

  private static Eligibility needs(Map<Need, Answer> needs) {
    return service(all -> all.needs = needs);
  }

  private static Eligibility exploitation(Exploitation... forms) {
    return service(all -> all.exploitation = Set.of(forms));
  }

  private static Eligibility demanding(Condition... conditions) {
    return service(all -> all.conditions = Set.of(conditions));
  }

  private static Eligibility service(Consumer<Said> change) {
    var said = new Said();
    change.accept(said);
    return new Eligibility(
        said.genders,
        said.trans,
        said.youngest,
        said.oldest,
        said.children,
        said.needs,
        said.exploitation,
        said.conditions);
  }

  /// What one test says of a service; nothing else is said.
  private static final class Said {
    private Set<Gender> genders = Set.of();
    private Answer trans = NOT_SAID;
    private OptionalInt youngest = OptionalInt.empty();
    private OptionalInt oldest = OptionalInt.empty();
    private Children children = Children.NOT_SAID;
    private Map<Need, Answer> needs = Map.of();
    private Set<Exploitation> exploitation = Set.of();
    private Set<Condition> conditions = Set.of();
  }

  private static Person a(Gender gender) {
    return person(Optional.of(gender), NOT_SAID, OptionalInt.empty(), List.of());
  }

  private static Person aged(int years) {
    return person(Optional.empty(), NOT_SAID, OptionalInt.of(years), List.of());
  }

  private static Person bringing(Child... children) {
    return person(Optional.empty(), NOT_SAID, OptionalInt.empty(), List.of(children));
  }

  private static Person survivorOf(Exploitation... forms) {
    return changed(Person.UNKNOWN, Set.of(), Set.of(forms), Set.of());
  }

  private static Person person(
      Optional<Gender> gender, Answer trans, OptionalInt age, List<Child> children) {
    return new Person(gender, trans, age, children, Set.of(), Set.of(), Set.of());
  }

  private static Person changed(
      Person of, Set<Need> needs, Set<Exploitation> forms, Set<Condition> cannotMeet) {
    return new Person(of.gender(), of.trans(), of.age(), of.children(), needs, forms, cannotMeet);
  }
}
