package org.havenline.referral.hsds.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.havenline.referral.directory.Place;
import org.havenline.referral.directory.Point;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.directory.ServiceKind;
import org.havenline.referral.directory.Standing;
import org.havenline.referral.eligibility.Answer;
import org.havenline.referral.eligibility.Condition;
import org.havenline.referral.eligibility.Gender;
import org.havenline.referral.eligibility.Need;
import org.havenline.referral.hsds.Grid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReadingTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "English and Spanish|en,es||false",
        "Spanish.|es||false",
        "Haitian Creole, français; ASL|ase,fr,ht||false",
        "Creole translators available upon request||ht|false",
        "Interpreters available in 150 languages||| true",
        "Language Line.|||true",
        "Accommodations possible.|||false",
        "Mandarin/Cantonese|yue,zh||false",
        "Tigrinya|ti||false",
        "There are no languages.|||false"
      })
  void languagesAreReadWhereTheyAreSure(
      String text, String there, String interpreted, boolean any) {
    var spoken = read("{'languages': [{'name': '%s'}]}".formatted(text)).spoken();

    assertThat(String.join(",", spoken.there().stream().sorted().toList()))
        .isEqualTo(there == null ? "" : there);
    assertThat(String.join(",", spoken.byInterpreter()))
        .isEqualTo(interpreted == null ? "" : interpreted);
    assertThat(spoken.anyByInterpreter()).isEqualTo(any);
  }

  @Test
  void whatIsNoLanguageIsKeptAsText() {
    assertThat(
            read("{'languages': [{'name': 'Accommodations possible.'}]}").remarks().best(List.of()))
        .isEqualTo("Accommodations possible.");
  }

  @Test
  void limitsAreReadWhereTheyAreSureAndNeverFromText() {
    var silent =
        read("{'eligibility_description': 'Women over 18', 'maximum_age': 999}").eligibility();
    var said =
        read("{'minimum_age': 12, 'maximum_age': 25, 'required_documents': [{'document': 'A"
                + " passport'}],'cost_options': [{'amount': 5}], 'havenline': {'eligibility':"
                + " {'genders': ['woman'],'children': {'admitted': 'yes', 'oldest_boy': 12},"
                + " 'needs': {'pet': 'no'}}}}")
            .eligibility();

    assertThat(silent.genders()).isEmpty();
    assertThat(silent.oldest()).isEmpty();
    assertThat(said.youngest()).hasValue(12);
    assertThat(said.oldest()).hasValue(25);
    assertThat(said.genders()).containsExactly(Gender.WOMAN);
    assertThat(said.children().oldestBoy()).hasValue(12);
    assertThat(said.needs()).containsEntry(Need.PET, Answer.NO);
    assertThat(said.conditions()).containsExactlyInAnyOrder(Condition.PAPERS, Condition.FEE);
  }

  @Test
  void ownConditionsStandAgainstWhatIsInferred() {
    assertThat(
            read("{'cost_options': [{'amount': 5}], 'havenline': {'eligibility': {'conditions':"
                    + " []}}}")
                .eligibility()
                .conditions())
        .isEmpty();
  }

  @Test
  void schedulesKeepWhatRfc5545Allows() {
    var schedules =
        read("{'schedules': [{'freq': 'WEEKLY', 'byday': 'TH,FR', 'interval': 2, 'count': 3,"
                + "'until': '2026-12-01', 'byweekno': '41', 'opens_at': '10:00:00',"
                + "'closes_at': '18:00', 'timezone': 3, 'dtstart': '2026-01-01'},"
                + "{'description': 'weekdays'}, {'freq': 'WEEKLY', 'opens_at': 'late'}]}")
            .schedules();

    assertThat(schedules).hasSize(1);
    assertThat(schedules.getFirst().recurrence())
        .isEqualTo("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,FR;UNTIL=20261201");
    assertThat(schedules.getFirst().opensAt()).hasValue(LocalTime.of(10, 0));
    assertThat(schedules.getFirst().zone()).isEqualTo(ZoneOffset.ofHours(3));
  }

  @Test
  void aServiceWithoutAPlaceIsFoundOnceAndAtNone() {
    assertThat(read("{}").place()).isEqualTo(new Place.NotSaid());
  }

  @Test
  void aTextThatIsNotTranslatedIsNone() {
    var name =
        read("{'havenline': {'language': 'es', 'texts': {'ar': {'name': ''}, 'en': {'name':"
                + " 'House'}}}}")
            .name();

    assertThat(name.in()).containsOnlyKeys("es", "en");
  }

  @Test
  void kindsComeFromOurCodesAndFromTheDirectorysTerms() throws JsonProcessingException {
    Kinds kinds =
        terms ->
            terms.contains("Emergency Shelter") ? Set.of(new ServiceKind("shelter")) : Set.of();
    var service =
        json(
            "{'id': 's', 'name': 'n', 'attributes': [{'taxonomy_term': {'name': 'Emergency"
                + " Shelter'}}],'havenline': {'kinds': ['legal']}}");

    assertThat(new Reading(ZONE, kinds).of(service).getFirst().kinds())
        .containsExactlyInAnyOrder(new ServiceKind("shelter"), new ServiceKind("legal"));
  }

  @Test
  void onlyAKnownStatusAndVettingCount() {
    var standing = read("{'status': 'active', 'havenline': {'vetting': 'vetted'}}").standing();

    assertThat(standing.status()).isEqualTo(Standing.Status.ACTIVE);
    assertThat(standing.vetting()).isEqualTo(Standing.Vetting.VETTED);
    assertThat(read("{'status': 'perhaps'}").standing().status())
        .isEqualTo(Standing.Status.INACTIVE);
  }

  @ParameterizedTest
  @CsvSource({"90,180", "-90,-180", "0,0", "-0.05,-0.05", "59.99,179.99"})
  void everyPlaceLiesWithinTheCircleOfItsCell(double latitude, double longitude) {
    var area = Grid.area(new Point(latitude, longitude), "");

    assertThat(Math.abs(area.centre().latitude() - latitude)).isLessThanOrEqualTo(0.0501);
    assertThat(Math.abs(area.centre().longitude() - longitude)).isLessThanOrEqualTo(0.0501);
    assertThat(area.radiusKm()).isBetween(5.5, 8.0);
  }

  private static ServiceAtLocation read(String fields) {
    try {
      var service = json(fields);
      service.put("id", "s").put("name", "Casa");
      return new Reading(ZONE, Kinds.UNKNOWN).of(service).getFirst();
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static ObjectNode json(String text) throws JsonProcessingException {
    return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
  }
}
