package org.havenline.referral.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.havenline.referral.directory.Place;
import org.havenline.referral.directory.Point;
import org.havenline.referral.directory.ServiceKind;
import org.havenline.referral.directory.Standing.Status;
import org.havenline.referral.directory.Standing.Vetting;
import org.havenline.referral.eligibility.Answer;
import org.havenline.referral.eligibility.Children;
import org.havenline.referral.eligibility.Condition;
import org.havenline.referral.eligibility.Eligibility;
import org.havenline.referral.eligibility.Fit.Requirement;
import org.havenline.referral.eligibility.Gender;
import org.havenline.referral.eligibility.Need;
import org.havenline.referral.eligibility.Person;
import org.havenline.referral.hours.OpenState;
import org.havenline.referral.search.answer.Found;
import org.havenline.referral.search.answer.Hindrance;
import org.havenline.referral.search.answer.Reason;
import org.havenline.referral.search.ask.Circle;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.ask.Speech;
import org.havenline.referral.search.ask.Viewer;
import org.havenline.referral.search.ask.What;
import org.havenline.referral.search.ask.When;
import org.havenline.referral.search.ask.Where;
import org.havenline.referral.search.ask.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankingTest {
  private static final Search ANY = Search.all(Viewer.PERSON, Made.NOW);
  private static final Point HERE = new Point(48, 9);

  @TempDir private Path folder;

  @Test
  void whatIsOpenComesFirstThenWhatOpensSoonThenWhatDoesNotSay() {
    try (var directory =
        Directory.of(
            folder,
            Made.service("closed").open("08:00", "10:00"),
            Made.service("silent"),
            Made.service("soon").open("22:00", "23:00"),
            Made.service("open").open("18:00", "22:00"))) {
      assertThat(directory.ids(ANY)).containsExactly("open", "soon", "silent", "closed");
    }
  }

  @Test
  void hoursThatAreNotSaidAreAGroupOfTheirOwnBehindWhatIsSurelyOpen() {
    try (var directory =
        Directory.of(
            folder,
            Made.service("silent").free(5, Made.NOW).checked(LocalDate.of(2026, 11, 28)),
            Made.service("open").open("18:00", "22:00"),
            Made.service("soon").open("21:00", "22:00"),
            Made.service("closed").open("08:00", "10:00"))) {
      assertThat(directory.ids(ANY.with(When.open(Made.NOW)))).containsExactly("open", "silent");
      assertThat(directory.ids(ANY.with(When.openWithin(Made.NOW, Duration.ofHours(2)))))
          .containsExactly("open", "soon", "silent");
    }
  }

  @Test
  void nearerFreerFresherMoreDirectlySpokenAndWithoutConditionsComesFirst() {
    Speech tigrinya = new Speech(Set.of("ti"), true);
    try (var directory =
        Directory.of(
            folder,
            Made.service("far").at(48.5, 9),
            Made.service("near").at(48.01, 9),
            Made.service("full").at(48.5, 9).free(0, Made.NOW),
            Made.service("free").at(48.5, 9).free(2, Made.NOW),
            Made.service("was free").at(48.5, 9).free(2, Made.NOW.minus(Duration.ofDays(9))))) {
      assertThat(directory.ids(ANY.with(Where.near(new Circle(HERE, 100))).with(tigrinya)))
          .containsExactly("near", "free", "was free", "far", "full");
    }
  }

  @Test
  void spokenThereComesBeforeAnInterpreterAndThatBeforeNotSaid() {
    try (var directory =
        Directory.of(
            folder,
            Made.service("not said"),
            Made.service("interpreter").speaks("en").interpretsAll(),
            Made.service("other").speaks("en"),
            Made.service("there").speaks("ti-ER"))) {
      assertThat(directory.ids(ANY.with(new Speech(Set.of("ti"), true))))
          .containsExactly("there", "interpreter", "not said");
      assertThat(directory.ids(ANY.with(new Speech(Set.of("ti"), false))))
          .containsExactly("there", "not said");
    }
  }

  @Test
  void everyResultSaysWhyItIsThereAndWhatHasToBeAsked() {
    Eligibility women =
        new Eligibility(
            EnumSet.of(Gender.WOMAN),
            Answer.NOT_SAID,
            OptionalInt.of(18),
            OptionalInt.empty(),
            Children.NOT_SAID,
            Map.of(Need.PET, Answer.NO),
            Set.of(),
            Set.of());
    try (var directory =
        Directory.of(
            folder,
            Made.service("a")
                .named("Safe night")
                .kind("shelter.emergency")
                .at(48.1, 9)
                .open("18:00", "22:00")
                .interprets("ti")
                .takes(women)
                .free(2, Made.NOW.minus(Duration.ofHours(3)))
                .checked(LocalDate.of(2026, 11, 18)))) {
      Found found =
          directory.search.find(
              ANY.with(What.kind("shelter"))
                  .with(Where.near(new Circle(HERE, 60)))
                  .with(new Speech(Set.of("ti"), true)));

      assertThat(((Found.Some) found).matches())
          .singleElement()
          .satisfies(match -> {
            assertThat(match.askFirst())
                .containsExactlyInAnyOrder(Requirement.GENDER, Requirement.AGE);
            assertThat(match.reasons())
                .containsExactlyInAnyOrder(
                    new Reason.OfKind(Set.of(new ServiceKind("shelter.emergency"))),
                    new Reason.Doors(
                        new OpenState.Open(Optional.of(Made.NOW.plus(Duration.ofHours(2))))),
                    new Reason.Away(11, false),
                    new Reason.ByInterpreter("ti"),
                    new Reason.Places(2, Duration.ofHours(3), false),
                    new Reason.DemandsNothing(),
                    new Reason.CheckedDaysAgo(10));
          });
    }
  }

  @Test
  void noneNamesWhatLeavesNothingAndShowsTheNearestWithoutEachWish() {
    Eligibility papers =
        new Eligibility(
            Set.of(),
            Answer.NOT_SAID,
            OptionalInt.empty(),
            OptionalInt.empty(),
            Children.NOT_SAID,
            Map.of(),
            Set.of(),
            Set.of(Condition.PAPERS));
    Person without =
        new Person(
            Optional.empty(),
            Answer.NOT_SAID,
            OptionalInt.empty(),
            List.of(),
            Set.of(),
            Set.of(),
            Set.of(Condition.PAPERS));
    try (var directory =
        Directory.of(
            folder,
            Made.service("asks for papers").at(48.1, 9).takes(papers),
            Made.service("far").at(52, 9),
            Made.service("farther").at(53, 9))) {
      Found found = directory.search.find(ANY.with(without).with(Where.near(new Circle(HERE, 60))));

      assertThat(found).isInstanceOf(Found.None.class);
      Found.None none = (Found.None) found;
      assertThat(none.because())
          .containsExactlyInAnyOrder(
              new Hindrance.Refuses(Requirement.CONDITION), new Hindrance.NotAsWished(Wish.NEAR));
      assertThat(none.instead())
          .singleElement()
          .satisfies(instead ->
              assertThat(Directory.ids(instead.matches())).containsExactly("far", "farther"));
    }
  }

  @Test
  void onlyVettedAndActiveServicesAreOffered() {
    try (var directory =
        Directory.of(
            folder,
            Made.service("vetted"),
            Made.service("not yet").vetting(Vetting.NOT_VETTED),
            Made.service("barred").vetting(Vetting.BARRED),
            Made.service("closed").status(Status.TEMPORARILY_CLOSED))) {
      assertThat(directory.ids(ANY)).containsExactly("vetted");
      assertThat(directory.ids(ANY.with(Viewer.RESPONDER)))
          .containsExactlyInAnyOrder("vetted", "not yet");
      assertThat(directory.ids(ANY.with(Viewer.KEEPER))).hasSize(4);
    }
  }

  @Test
  void whatIsReachedByPhoneIsNearAndAPlaceNotSaidMayBeWhereSheMustNotGo() {
    try (var directory =
        Directory.of(
            folder,
            Made.service("phone").at(new Place.Remote()),
            Made.service("unknown"),
            Made.service("employer's street").at(48.001, 9),
            Made.service("other side").at(48.3, 9))) {
      Where near = Where.near(new Circle(HERE, 60)).notIn(new Circle(HERE, 5));

      assertThat(directory.ids(ANY.with(near))).containsExactly("phone", "other side");
      assertThat(directory.ids(ANY.with(Where.ANYWHERE.notIn(new Circle(HERE, 5)))))
          .containsExactlyInAnyOrder("phone", "other side");
    }
  }

  @Test
  void aWordThatIsEverywhereIsOnlyAskedForAlone() {
    var services =
        IntStream.rangeClosed(1, 1_100).mapToObj(n -> Made.service("s" + n).about("Help wanted"));
    var one = Made.service("law").about("Help with eviction");
    try (var directory =
        Directory.of(folder, Stream.concat(services, Stream.of(one)).toArray(Made[]::new))) {
      assertThat(directory.ids(ANY.with(What.words("help eviction")))).containsExactly("law");
      assertThat(directory.search.find(ANY.with(What.words("help"))))
          .isInstanceOfSatisfying(
              Found.Some.class, all -> assertThat(all.total()).isEqualTo(1_101));
    }
  }
}
