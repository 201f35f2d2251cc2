package org.havenline.referral.hsds.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.referral.directory.Wording;
import org.havenline.referral.hsds.Fields;
import org.havenline.referral.hsds.OwnFields;

/// The texts of a service in every language it has them in: HSDS's own fields in the language of
/// the document, and those under our key.
final class Wordings {
  private static final List<String> REMARKS =
      List.of(
          "alternate_name",
          "application_process",
          "eligibility_description",
          "fees_description",
          "fees",
          "interpretation_services",
          "wait_time",
          "alert");

  private final ObjectNode service;
  private final String language;
  private final JsonNode texts;

  Wordings(ObjectNode service) {
    this.service = service;
    var own = OwnFields.of(service);
    this.language = Fields.text(own, "language").flatMap(LanguageNames::coded).orElse("und");
    this.texts = own.path("texts");
  }

  Wording name() {
    return wording("name", Fields.text(service, "name").orElse(""));
  }

  /// That of the service, and what this location adds to it.
  Wording description(ObjectNode at) {
    return wording(
        "description",
        joined(
            Stream.of(service, at)
                .flatMap(one -> Fields.text(one, "description").stream())
                .distinct()));
  }

  /// @param notes on languages
  Wording remarks(List<String> notes) {
    var own = REMARKS.stream().flatMap(field -> Fields.text(service, field).stream());
    var documents =
        Fields.objects(service, "required_documents").stream()
            .flatMap(one -> Fields.text(one, "document").stream());
    var areas =
        Fields.objects(service, "service_areas").stream()
            .flatMap(one -> Fields.text(one, "name").stream());
    var hours =
        Fields.objects(service, "schedules").stream()
            .flatMap(one -> Fields.text(one, "description").stream());
    return wording(
        "remarks",
        joined(
            Stream.of(own, documents, areas, hours, notes.stream())
                .flatMap(all -> all)
                .distinct()));
  }

  private Wording wording(String field, String inLanguage) {
    var in = new HashMap<String, String>();
    for (var translated : texts.properties()) {
      Fields.text(translated.getValue(), field)
          .ifPresent(text -> in.put(translated.getKey(), text));
    }
    if (!inLanguage.isEmpty()) {
      in.put(language, inLanguage);
    }
    return new Wording(in);
  }

  private static String joined(Stream<String> texts) {
    return texts.collect(Collectors.joining("\n"));
  }
}
