package org.havenline.referral.hsds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What may be told of a confidential service: only fields known not to say where it is, and of
/// their texts only what does not repeat the address. A field nobody thought of is left out.
public final class Withheld {
  /// In place of words that would tell where it is.
  public static final String GAP = "[…]";

  private static final List<String> OF_A_SERVICE =
      names(
          "id name alternate_name description url email status interpretation_services"
              + " application_process fees_description wait_time fees accreditations"
              + " eligibility_description minimum_age maximum_age assured_date licenses alert"
              + " last_modified phones schedules service_at_locations languages organization"
              + " cost_options required_documents capacities attributes havenline");

  private static final List<String> OF_AN_ORGANIZATION =
      names("id name alternate_name description email website phones");

  private static final List<String> OF_A_SERVICE_AT_LOCATION =
      names("id location schedules phones");

  private static final List<String> OF_A_LOCATION =
      names("id location_type languages schedules phones");

  /// Anything shorter stands in half of all texts.
  private static final int SHORTEST = 4;

  private static final Pattern HOUSE_NUMBER = Pattern.compile("[#№]?\\b\\d+\\p{L}?\\b|[.,;]");

  private final Set<String> tells = new LinkedHashSet<>();

  private Withheld() {}

  /// The document as it is when it is not confidential.
  public static ObjectNode from(ObjectNode service) {
    if (!OwnFields.confidential(service)) {
      return service;
    }
    var withheld = new Withheld();
    withheld.learn(service);
    var told = service.deepCopy().retain(OF_A_SERVICE);
    if (told.get("organization") instanceof ObjectNode organization) {
      organization.retain(OF_AN_ORGANIZATION);
    }
    for (var at : Fields.objects(told, "service_at_locations")) {
      at.retain(OF_A_SERVICE_AT_LOCATION);
      if (at.get("location") instanceof ObjectNode location) {
        location.retain(OF_A_LOCATION);
      }
    }
    withheld.blank(told);
    OwnFields.in(told).put("withheld", true).remove(OwnFields.NUMBERS);
    return told;
  }

  /// Whether it is such a document: nothing in it says where the service is.
  public static boolean is(JsonNode service) {
    return OwnFields.of(service).path("withheld").asBoolean();
  }

  /// Whether a text repeats what is withheld of a service; never of one that is not confidential.
  public static boolean reveals(ObjectNode service, String text) {
    if (!OwnFields.confidential(service)) {
      return false;
    }
    var withheld = new Withheld();
    withheld.learn(service);
    var said = JsonNodeFactory.instance.objectNode().put("text", text);
    withheld.blank(said);
    return !said.path("text").asText().equals(text);
  }

  private static List<String> names(String spaced) {
    return List.of(spaced.split(" ", -1));
  }

  private void learn(ObjectNode service) {
    for (var part : List.of("address_1", "address_2", "postal_code")) {
      for (var text : service.findValuesAsText(part)) {
        tell(text);
        tell(HOUSE_NUMBER.matcher(text).replaceAll(" "));
      }
    }
    service.findValuesAsText("latitude").forEach(this::tell);
    service.findValuesAsText("longitude").forEach(this::tell);
  }

  private void tell(String text) {
    if (text.strip().length() >= SHORTEST) {
      tells.add(text.strip());
    }
  }

  /// Longest first, so that nothing of a longer one is left standing.
  private void blank(JsonNode node) {
    blank(
        node,
        tells.stream()
            .sorted((a, b) -> b.length() - a.length())
            .map(text ->
                Pattern.compile(
                    "\\Q" + text.replace("\\E", "").replaceAll("\\s+", "\\\\E\\\\W*\\\\Q") + "\\E",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
            .toList());
  }

  private static void blank(JsonNode node, List<Pattern> patterns) {
    if (node instanceof ObjectNode object) {
      for (var field : List.copyOf(object.properties())) {
        object.set(field.getKey(), blanked(field.getValue(), patterns));
      }
    } else if (node instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        list.set(i, blanked(list.get(i), patterns));
      }
    }
  }

  private static JsonNode blanked(JsonNode value, List<Pattern> patterns) {
    if (!value.isTextual()) {
      blank(value, patterns);
      return value;
    }
    var text = value.asText();
    for (var pattern : patterns) {
      text = pattern.matcher(text).replaceAll(GAP);
    }
    return TextNode.valueOf(text);
  }
}
