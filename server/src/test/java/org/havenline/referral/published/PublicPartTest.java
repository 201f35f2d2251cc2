package org.havenline.referral.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicPartTest {
  private static final PublicPart PART = new PublicPart(Set.of());

  private static final String SERVICE =
      """
      {"id": "legal-7", "name": "Law evening", "status": "active", "assurer_email": "ann@example.org",
       "contacts": [{"name": "Ann Persona"}], "metadata": [{"updated_by": "Ann"}],
       "capacities": [{"available": 3}], "remarkable": "nobody thought of it",
       "phones": [{"number": "+1 401-555-0100", "contact_id": "ann"}, {"type": "voice"}],
       "organization": {"id": "o", "name": "Law for all", "contacts": [{"name": "Ann"}],
         "locations": [{"name": "Backyard"}], "tax_id": "12"},
       "service_at_locations": [
         {"id": "at", "contacts": [{"name": "Ann"}], "location": {"id": "here", "location_type": "physical",
           "latitude": 41.5, "longitude": -71.25,
           "addresses": [{"attention": "Ann", "address_1": "1 Made Up Row", "city": "Newport",
             "state_province": "RI", "postal_code": "02840", "country": "US",
             "address_type": "physical"}, {"city": "Newport"}]}}],
       "attributes": [{"taxonomy_term": {"id": "t", "name": "Law", "taxonomy": "Ours"}}],
       "havenline": {"vetting": "vetted", "language": "en", "kinds": ["legal"],
         "texts": {"es": {"name": "Tarde legal", "rumour": "Ann drinks"}},
         "survivor_notes": "slow", "referral_method": {"by": "phone", "to": "+1 401-555-0101"}}}
      """;

  @Test
  void whatNamesAPersonOrIsForStaffIsLeftOut() {
    var part = PART.of(service()).orElseThrow();
    assertThat(part.toString())
        .doesNotContain("Ann", "ann@", "capacities", "remarkable", "tax_id", "Backyard", "rumour")
        .doesNotContain("survivor", "referral_method", "vetting", "0101")
        .contains("Law evening", "1 Made Up Row", "+1 401-555-0100", "Tarde legal");
  }

  @Test
  void everyObjectHasAUuidAndWhatHsdsDemands() {
    var part = PART.of(service()).orElseThrow();
    assertThat(part.findValuesAsText("id"))
        .hasSize(8)
        .doesNotHaveDuplicates()
        .allMatch(id -> Ids.of(id).equals(id));
    assertThat(part.at("/phones").size()).isEqualTo(1);
    assertThat(part.at("/service_at_locations/0/location/addresses").size()).isEqualTo(1);
    assertThat(part.at("/organization/description").asText()).isEqualTo("Law for all");
    assertThat(PART.of(service())).contains(part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"vetting\": \"vetted\", \"confidential\": true}",
        "{\"vetting\": \"vetted\", \"confidential\": \"perhaps\"}",
        "{\"vetting\": \"vetted\", \"withheld\": true}",
        "{\"vetting\": \"not vetted\"}",
        "{\"vetting\": \"barred\"}",
        "{}"
      })
  void confidentialAndUnvettedServicesAreNotThereAtAll(String own) {
    assertThat(PART.of((ObjectNode) service().set("havenline", read(own)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"inactive", "defunct", "temporarily closed", ""})
  void whatIsNotActiveIsNotThere(String status) {
    assertThat(PART.of(service().put("status", status))).isEmpty();
  }

  @Test
  void aPlaceThatAConfidentialServiceIsAtIsToldByNoOther() {
    var other = read(SERVICE.replace("\"here\"", "\"another id\""));
    var secret = new PublicPart(PublicPart.places(other));
    assertThat(secret.of(service()).map(ObjectNode::toString))
        .hasValueSatisfying(text -> assertThat(text).doesNotContain("Made Up Row", "41.5"));
    assertThat(Optional.of(new PublicPart(Set.of("elsewhere"))).flatMap(part -> part.of(service())))
        .map(ObjectNode::toString)
        .hasValueSatisfying(text -> assertThat(text).contains("Made Up Row"));
  }

  private static ObjectNode service() {
    return read(SERVICE);
  }

  private static ObjectNode read(String json) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
