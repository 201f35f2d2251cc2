package org.havenline.referral.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.havenline.referral.hsds.OwnFields;

/// The fields that are published, object by object. A field nobody thought of is left out, and so
/// are those that name a person, say who assured or changed a record, or how many beds are free.
final class PublicFields {
  /// By the field that holds an object, or a list of them.
  private static final Map<String, Set<String>> OF =
      Map.ofEntries(
          fields(
              "service",
              "id organization_id program_id name alternate_name description url additional_urls"
                  + " email status interpretation_services application_process fees_description"
                  + " wait_time fees accreditations eligibility_description minimum_age maximum_age"
                  + " assured_date licenses alert last_modified phones schedules service_areas"
                  + " service_at_locations languages organization cost_options program"
                  + " required_documents attributes havenline"),
          fields(
              "organization",
              "id name alternate_name description email website additional_websites"
                  + " year_incorporated legal_status logo uri parent_organization_id phones"),
          fields("program", "id organization_id name alternate_name description"),
          fields(
              "service_at_locations",
              "id service_id location_id description service_areas phones schedules location"),
          fields(
              "location",
              "id location_type url organization_id name alternate_name description transportation"
                  + " latitude longitude languages addresses accessibility phones schedules"),
          fields(
              "addresses",
              "id address_1 address_2 city region state_province postal_code country address_type"),
          fields("phones", "id number extension type description languages"),
          fields(
              "schedules",
              "id valid_from valid_to dtstart timezone until count wkst freq interval byday"
                  + " byweekno bymonthday byyearday description opens_at closes_at schedule_link"
                  + " attending_type closed"),
          fields("service_areas", "id name description extent extent_type uri"),
          fields("languages", "id name code note"),
          fields("accessibility", "id description details url"),
          fields(
              "cost_options", "id valid_from valid_to option currency amount amount_description"),
          fields("required_documents", "id document uri"),
          fields("additional_urls", "id label url"),
          fields("additional_websites", "id label url"),
          fields("attributes", "id link_type link_entity value label taxonomy_term"),
          fields(
              "taxonomy_term",
              "id code name description parent_id taxonomy taxonomy_detail language taxonomy_id"
                  + " term_uri"),
          fields("taxonomy_detail", "id name description uri version"),
          fields(OwnFields.KEY, "language texts kinds interpreters any_interpreter eligibility"));

  /// What HSDS demands, and directories leave out: what stands for it.
  private static final Map<String, Map<String, String>> INSTEAD =
      Map.of(
          "organization", Map.of("description", "name"),
          "program", Map.of("description", "name"),
          "taxonomy_term", Map.of("description", "name"),
          "taxonomy_detail", Map.of("description", "name"));

  /// Without these an object is not published at all.
  private static final Map<String, List<String>> NEEDED =
      Map.of(
          "phones", List.of("number"),
          "additional_urls", List.of("url"),
          "additional_websites", List.of("url"),
          "organization", List.of("name"),
          "program", List.of("name"),
          "taxonomy_term", List.of("name"),
          "taxonomy_detail", List.of("name"),
          "addresses",
              List.of(
                  "address_1", "city", "state_province", "postal_code", "country", "address_type"));

  private PublicFields() {}

  private static Map.Entry<String, Set<String>> fields(String of, String spaced) {
    return Map.entry(of, Set.of(spaced.split(" ", -1)));
  }

  /// Leaves what is published.
  ///
  /// @param service is changed
  static void keep(ObjectNode service) {
    keep(service, "service", service.path("id").asText());
  }

  private static void keep(ObjectNode object, String of, String path) {
    var known = OF.get(of);
    if (known == null) {
      object.removeAll();
      return;
    }
    object.retain(known);
    if (of.equals(OwnFields.KEY)) {
      object
          .path("texts")
          .forEach(texts -> {
            if (texts instanceof ObjectNode one) {
              one.retain("name", "description", "remarks", "organization");
            }
          });
      return;
    }
    object.put("id", Ids.of(object.hasNonNull("id") ? object.path("id").asText() : path));
    for (var field : List.copyOf(object.properties())) {
      var name = field.getKey();
      var kept = kept(field.getValue(), name, path + "/" + name);
      if (kept.isNull() || (kept.isContainerNode() && kept.isEmpty())) {
        object.remove(name);
      } else {
        object.set(name, kept);
      }
    }
    INSTEAD
        .getOrDefault(of, Map.of())
        .forEach((field, other) -> {
          if (!object.hasNonNull(field)) {
            object.set(field, object.path(other));
          }
        });
  }

  private static JsonNode kept(JsonNode value, String name, String path) {
    if (value instanceof ArrayNode list) {
      for (int i = list.size() - 1; i >= 0; i--) {
        if (!(kept(list.get(i), name, path + "/" + i) instanceof ObjectNode)) {
          list.remove(i);
        }
      }
      return list;
    }
    if (value instanceof ObjectNode object) {
      boolean whole = NEEDED.getOrDefault(name, List.of()).stream().allMatch(object::hasNonNull);
      keep(object, whole ? name : "", path);
      return object.isEmpty() ? object.nullNode() : object;
    }
    return name.endsWith("_id") && value.isValueNode() && !value.isNull()
        ? TextNode.valueOf(Ids.of(value.asText()))
        : value;
  }
}
