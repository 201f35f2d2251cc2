package org.havenline.referral.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.house.SourceTree;
import org.havenline.referral.directory.Capacity;
import org.havenline.referral.directory.Place;
import org.havenline.referral.directory.Schedule;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.directory.ServiceKind;
import org.havenline.referral.directory.Standing.Status;
import org.havenline.referral.directory.Standing.Vetting;
import org.havenline.referral.eligibility.Answer;
import org.havenline.referral.eligibility.Condition;
import org.havenline.referral.eligibility.Exploitation;
import org.havenline.referral.eligibility.Gender;
import org.havenline.referral.eligibility.Need;
import org.havenline.referral.hours.OpenHours;
import org.havenline.referral.hours.OpenState.Closed;
import org.havenline.referral.hours.OpenState.Open;
import org.havenline.referral.hsds.Fields;
import org.havenline.referral.hsds.OwnFields;
import org.havenline.referral.hsds.Withheld;
import org.havenline.referral.search.Sample;
import org.havenline.referral.taxonomy.Taxonomy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether the sample directory has what an administrator has to see in it.
class SampleDirectoryTest {
  private static final Taxonomy TAXONOMY = Taxonomy.shipped();
  private static final List<ObjectNode> DOCUMENTS = Sample.documents();
  private static final List<ServiceAtLocation> SERVICES = Sample.services(TAXONOMY);
  private static final Instant WRITTEN = Instant.parse("2026-11-29T00:00:00Z");
  private static final Pattern INVENTED = Pattern.compile("\\+1 \\d{3}-555-01\\d\\d");

  @Test
  void thereAreSomeHundredAndFiftyServicesAndSomeOfEveryKindThatMayBeOffered() {
    assertThat(DOCUMENTS).hasSizeBetween(130, 170);
    assertThat(TAXONOMY.codes())
        .hasSize(32)
        .allSatisfy(code -> assertThat(offered(kind(code))).as(code).hasSizeGreaterThan(1));
  }

  @Test
  void everyTextStandsInThreeLanguages() {
    assertThat(SERVICES)
        .allSatisfy(one -> {
          var three = Set.of("en", "es", "pt");
          assertThat(one.name().in()).containsOnlyKeys(three);
          assertThat(one.description().in()).containsOnlyKeys(three);
          assertThat(one.remarks().in()).containsOnlyKeys(three);
        });
    assertThat(
            DOCUMENTS.stream().map(one -> OwnFields.of(one).path("language").asText()).distinct())
        .containsExactlyInAnyOrder("en", "es", "pt");
  }

  @Test
  void menTransPeopleAndFamiliesHaveSheltersToo() {
    assertThat(shelters(one -> one.eligibility().genders().equals(Set.of(Gender.MAN))))
        .isNotEmpty();
    assertThat(
            shelters(one ->
                one.name().best(List.of("en")).contains("trans people")
                    && one.eligibility().trans() == Answer.YES))
        .isNotEmpty();
    assertThat(
            shelters(one ->
                one.eligibility().genders().contains(Gender.MAN)
                    && one.eligibility().children().admitted() == Answer.YES
                    && one.eligibility().children().oldestBoy().isEmpty()))
        .isNotEmpty();
  }

  @Test
  void confidentialPlacesAreToldAsAnAreaAndTheirTextsDoNotGiveThemAway() {
    var confidential = DOCUMENTS.stream().filter(OwnFields::confidential).toList();
    assertThat(confidential)
        .hasSizeGreaterThan(9)
        .allSatisfy(one -> {
          var told = Withheld.from(one).toString();
          assertThat(told).doesNotContain(Withheld.GAP);
          for (var address : one.findValues("addresses")) {
            assertThat(told)
                .doesNotContain(address.path(0).path("address_1").asText())
                .doesNotContain(" " + address.path(0).path("city").asText());
          }
        });
    assertThat(having(one -> one.place() instanceof Place.Area)).hasSizeGreaterThan(9);
  }

  @Test
  void hoursAreAsOddAsTheyAreOutside() {
    assertThat(rules()).anyMatch(rule -> rule.contains("FREQ=WEEKLY;INTERVAL=2"));
    assertThat(rules()).anyMatch(rule -> rule.contains("FREQ=MONTHLY;BYDAY=2TU"));
    assertThat(rules()).anyMatch(rule -> rule.contains("BYDAY=-1SA"));
    assertThat(rules()).anyMatch(rule -> rule.contains("UNTIL=20270331"));
    assertThat(schedules()).anyMatch(Schedule::closed);
    assertThat(schedules())
        .anyMatch(one ->
            one.opensAt().isPresent()
                && one.closesAt().orElseThrow().isBefore(one.opensAt().get()));
    assertThat(having(one -> one.schedules().isEmpty())).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Survivors' clinic, 2026-12-08T19:00:00Z, true",
    "Survivors' clinic, 2026-12-01T19:00:00Z, false",
    "'Pantry, every other Wednesday', 2026-12-09T20:00:00Z, true",
    "'Pantry, every other Wednesday', 2026-12-02T20:00:00Z, false",
    "Night shelter for men, 2026-12-02T08:00:00Z, true",
    "Winter warming hall, 2026-11-29T04:00:00Z, false",
    "Winter warming hall, 2027-02-01T04:00:00Z, true",
    "Protection orders, 2026-12-24T16:00:00Z, true",
    "Protection orders, 2026-12-25T16:00:00Z, false",
    "Protection orders, 2027-11-25T16:00:00Z, false",
    "'Crisis line', 2026-12-25T07:00:00Z, true"
  })
  void hoursSayWhatTheirDescriptionSays(String name, Instant moment, boolean open) {
    var found = having(one -> one.name().best(List.of("en")).equals(name));
    assertThat(found).hasSize(1);
    assertThat(OpenHours.of(found.getFirst().schedules()).at(moment))
        .isInstanceOf(open ? Open.class : Closed.class);
  }

  @Test
  void someAreStaleOrUnvettedOrClosedOrWarnedOf() {
    var old = LocalDate.of(2025, 1, 1);
    assertThat(having(one -> one.standing().assured().filter(old::isAfter).isPresent()))
        .hasSizeGreaterThan(3);
    assertThat(having(one -> one.standing().assured().isEmpty())).isNotEmpty();
    for (var vetting : Vetting.values()) {
      assertThat(having(one -> one.standing().vetting() == vetting)).as("%s", vetting).isNotEmpty();
    }
    for (var status : List.of(Status.INACTIVE, Status.TEMPORARILY_CLOSED)) {
      assertThat(having(one -> one.standing().status() == status)).as("%s", status).isNotEmpty();
    }
  }

  @Test
  void placesAreFreeOrFullAndTheFiguresFreshOrOld() {
    var week = WRITTEN.minus(Duration.ofDays(7));
    var day = WRITTEN.minus(Duration.ofDays(1));
    assertThat(capacity(one -> one.updated().isAfter(day) && one.available() > 0)).isNotEmpty();
    assertThat(capacity(one -> one.updated().isBefore(week))).isNotEmpty();
    assertThat(capacity(one -> one.available() == 0)).isNotEmpty();
  }

  @Test
  void allThatAServiceMayDemandOrTakeIsThere() {
    for (var condition : Condition.values()) {
      assertThat(having(one -> one.eligibility().conditions().contains(condition)))
          .as("%s", condition)
          .isNotEmpty();
    }
    for (var need : Need.values()) {
      assertThat(having(one -> one.eligibility().needs().containsKey(need)))
          .as("%s", need)
          .isNotEmpty();
    }
    assertThat(
            SERVICES.stream()
                .flatMap(one -> one.eligibility().exploitation().stream())
                .collect(Collectors.toSet()))
        .hasSizeGreaterThan(Exploitation.values().length - 2);
    assertThat(own("referral_method", "by"))
        .containsExactlyInAnyOrder("phone", "email", "link", "in person");
    assertThat(having(one -> one.place() instanceof Place.Remote)).isNotEmpty();
    assertThat(having(one -> one.kinds().contains(new ServiceKind("return"))))
        .isNotEmpty()
        .allSatisfy(one ->
            assertThat(
                    DOCUMENTS.stream()
                        .filter(d -> d.path("id").asText().equals(one.service().value()))
                        .findFirst()
                        .orElseThrow()
                        .at("/havenline/return_risk_check")
                        .asBoolean())
                .isTrue());
  }

  @Test
  void numbersAndAddressesBelongToNobody() {
    assertThat(texts("number", "to").filter(one -> one.startsWith("+")))
        .isNotEmpty()
        .allMatch(INVENTED.asMatchPredicate());
    assertThat(texts("email", "url", "website", "assurer_email"))
        .isNotEmpty()
        .allMatch(one ->
            one.replaceFirst("^https://", "").replaceFirst("/.*", "").endsWith(".example.org"));
  }

  @Test
  void everyServiceTheReadmeShowsIsThere() throws IOException {
    var page = Files.readString(SourceTree.root().resolve("routing-config/README.md"));
    var shown =
        Pattern.compile("(?<!\\*)\\*([^*\n]+)\\*(?!\\*)")
            .matcher(page.substring(page.indexOf("## The sample directory")))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(shown)
        .hasSizeGreaterThan(15)
        .allSatisfy(name ->
            assertThat(DOCUMENTS.stream().map(one -> one.path("name").asText())).contains(name));
  }

  private static List<ServiceAtLocation> having(Predicate<ServiceAtLocation> wanted) {
    return SERVICES.stream().filter(wanted).toList();
  }

  private static List<ServiceAtLocation> offered(Predicate<ServiceAtLocation> wanted) {
    return having(one ->
        one.standing().status() == Status.ACTIVE
            && one.standing().vetting() == Vetting.VETTED
            && wanted.test(one));
  }

  private static List<ServiceAtLocation> shelters(Predicate<ServiceAtLocation> wanted) {
    return offered(kind("shelter").and(wanted));
  }

  private static Predicate<ServiceAtLocation> kind(String code) {
    return one -> one.kinds().contains(new ServiceKind(code));
  }

  private static Stream<Schedule> schedules() {
    return SERVICES.stream().flatMap(one -> one.schedules().stream());
  }

  private static Stream<String> rules() {
    return schedules().map(Schedule::recurrence);
  }

  private static List<ServiceAtLocation> capacity(Predicate<Capacity> wanted) {
    return having(one -> one.capacity().filter(wanted).isPresent());
  }

  private static Set<String> own(String object, String field) {
    return DOCUMENTS.stream()
        .flatMap(one -> Fields.text(OwnFields.of(one).path(object), field).stream())
        .collect(Collectors.toSet());
  }

  private static Stream<String> texts(String... fields) {
    return Arrays.stream(fields)
        .flatMap(field -> DOCUMENTS.stream().flatMap(one -> one.findValues(field).stream()))
        .map(JsonNode::asText);
  }
}
