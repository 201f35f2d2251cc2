package org.havenline.referral.imports.tidy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.havenline.referral.hsds.Fields;
import org.havenline.referral.hsds.OwnFields;

/// Services written flat, the place and the organization in the service's own fields, as
/// spreadsheets and small directories have them.
final class FlatForm {
  private static final Map<String, String> ADDRESS =
      Map.of(
          "address", "address_1",
          "address_1", "address_1",
          "address_2", "address_2",
          "city", "city",
          "region", "region",
          "state", "state_province",
          "state_province", "state_province",
          "postal_code", "postal_code",
          "zip", "postal_code",
          "country", "country");

  /// `name_en`, `description_ar`: a text in another language; an empty one is no translation.
  private static final Pattern TRANSLATED = Pattern.compile("(name|description)_([a-z]{2})");

  private FlatForm() {}

  static void unfold(ObjectNode service, Notes notes) {
    organization(service);
    location(service);
    terms(service, "categories", notes);
    terms(service, "keywords", notes);
    labels(service);
    texts(service);
    plainList(service, "eligibility_description", notes);
    Fields.text(service, "languages_note")
        .ifPresent(text -> service.withArray("languages").addObject().put("name", text));
    service.remove("languages_note");
    Fields.text(service, "schedule_text")
        .ifPresent(text -> service.withArray("schedules").addObject().put("description", text));
    service.remove("schedule_text");
  }

  private static void organization(ObjectNode service) {
    var organization = service.path("organization");
    if (organization.isTextual()) {
      service.remove("organization");
      if (!organization.asText().isBlank()) {
        service.putObject("organization").put("name", organization.asText().strip());
      }
    }
    Fields.text(service, "organization_name")
        .ifPresent(name -> {
          service.withObject("organization").put("name", name);
          service.remove("organization_name");
        });
  }

  private static void location(ObjectNode service) {
    boolean placed = service.has("latitude") || service.has("longitude");
    if (!placed && ADDRESS.keySet().stream().noneMatch(service::has)) {
      return;
    }
    if (service.path("address").isContainerNode()
        || service.path("service_at_locations").size() > 0) {
      return;
    }
    var at = service.withArray("service_at_locations").addObject();
    var id = Fields.text(service, "id").orElse("");
    at.put("id", derived(id + "|place"));
    var location = at.putObject("location");
    location.put("id", derived(id + "|location")).put("location_type", "physical");
    for (var field : List.of("latitude", "longitude")) {
      if (service.has(field)) {
        location.set(field, service.remove(field));
      }
    }
    var address = location.objectNode();
    ADDRESS.forEach((flat, field) -> {
      if (service.has(flat)) {
        address.set(field, service.remove(flat));
      }
    });
    if (Fields.text(address, "address_1").isPresent() || Fields.text(address, "city").isPresent()) {
      location.putArray("addresses").add(address.put("address_type", "physical"));
    }
  }

  /// The same for the same words, in every import.
  static String derived(String words) {
    return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static void terms(ObjectNode service, String field, Notes notes) {
    var terms = service.path(field);
    if (terms.isTextual() && !terms.asText().isBlank()) {
      for (var term : terms.asText().split(terms.asText().indexOf(';') < 0 ? "," : ";", -1)) {
        label(service, term);
      }
      service.remove(field);
    } else if (terms instanceof ArrayNode list
        && list.valueStream().allMatch(JsonNode::isValueNode)) {
      list.forEach(term -> label(service, term.asText()));
      service.remove(field);
    } else if (terms.isTextual() || terms.isNull()) {
      service.remove(field);
    } else if (!terms.isMissingNode()) {
      notes.repaired(field, "of an unknown form: kept as it is, not searched");
    }
  }

  private static void labels(ObjectNode service) {
    if (service.path("category_labels") instanceof ObjectNode byLanguage) {
      byLanguage.valueStream().flatMap(FlatForm::each).forEach(term -> label(service, term));
      service.remove("category_labels");
    }
  }

  private static Stream<String> each(JsonNode list) {
    return list.valueStream().map(JsonNode::asText);
  }

  private static void label(ObjectNode service, String term) {
    var label = term.strip();
    var attributes = service.withArray("attributes");
    boolean there =
        attributes.valueStream().anyMatch(one -> one.path("label").asText().equals(label));
    if (!label.isEmpty() && !there) {
      attributes.addObject().put("label", label);
    }
  }

  private static void texts(ObjectNode service) {
    if (service.path("lang").isTextual()) {
      OwnFields.in(service).set("language", service.remove("lang"));
    }
    for (var field : List.copyOf(service.properties())) {
      var found = TRANSLATED.matcher(field.getKey());
      if (found.matches() && field.getValue().isTextual()) {
        if (!field.getValue().asText().isBlank()) {
          OwnFields.in(service)
              .withObject("texts")
              .withObject(found.group(2))
              .put(found.group(1), field.getValue().asText().strip());
        }
        service.remove(field.getKey());
      }
    }
  }

  /// Several sentences for a field that holds one text.
  private static void plainList(ObjectNode service, String field, Notes notes) {
    if (service.path(field).isArray()) {
      service.put(field, String.join("; ", Fields.texts(service, field)));
      notes.repaired(field, "a list of texts was joined");
    }
  }
}
