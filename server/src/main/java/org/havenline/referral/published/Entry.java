package org.havenline.referral.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.referral.directory.Point;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.hsds.Fields;

/// What is kept in memory of a public service, to choose by.
///
/// @param stored its id in the store
/// @param id as published
/// @param organization as published; empty for none
/// @param modified empty when the record does not say
/// @param terms, taxonomies ids as published
/// @param text what a search looks in, folded
record Entry(
    ServiceId stored,
    String id,
    String organization,
    Optional<Instant> modified,
    Set<String> terms,
    Set<String> taxonomies,
    List<Spot> spots,
    String text) {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

  /// A service at a location.
  ///
  /// @param area what the service area says, folded; empty for none
  record Spot(String id, String postcode, Optional<Point> point, String area) {}

  static Entry of(ServiceId stored, ObjectNode service) {
    var terms = terms(service).toList();
    return new Entry(
        stored,
        service.path("id").asText(),
        Fields.text(service.path("organization"), "id")
            .or(() -> Fields.text(service, "organization_id"))
            .orElse(""),
        Fields.text(service, "last_modified").flatMap(Entry::instant),
        terms.stream().map(one -> one.path("id").asText()).collect(Collectors.toSet()),
        terms.stream()
            .flatMap(one -> Taxonomies.taxonomy(one).stream())
            .map(one -> one.path("id").asText())
            .collect(Collectors.toSet()),
        Fields.objects(service, "service_at_locations").stream()
            .map(at -> spot(service, at))
            .toList(),
        folded(text(service)));
  }

  /// The terms of a service and of its places.
  static Stream<ObjectNode> terms(ObjectNode service) {
    return Fields.objects(service, "attributes").stream()
        .flatMap(one ->
            one.get("taxonomy_term") instanceof ObjectNode term ? Stream.of(term) : Stream.empty());
  }

  boolean fits(Asked asked) {
    return Entry.holds(text, asked.search())
        && asked.term().map(terms::contains).orElse(true)
        && asked.taxonomy().map(taxonomies::contains).orElse(true)
        && asked.organization().map(organization::equals).orElse(true)
        // what does not say when it changed may have
        && asked
            .modifiedAfter()
            .flatMap(from -> modified.map(at -> !at.isBefore(from)))
            .orElse(true);
  }

  static boolean holds(String folded, List<String> words) {
    return words.stream().allMatch(folded::contains);
  }

  /// Each word is looked for where a word begins.
  static List<String> words(String search) {
    return Stream.of(folded(search).strip().split(" ", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> " " + word)
        .toList();
  }

  static String folded(String text) {
    var bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return " " + OTHER.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip() + " ";
  }

  private static String text(ObjectNode service) {
    var own = Stream.of("name", "alternate_name", "description");
    var organization = service.path("organization");
    var texts = service.path("havenline").path("texts");
    return Stream.of(
            own.flatMap(field -> Fields.text(service, field).stream()),
            Fields.text(organization, "name").stream(),
            texts.valueStream().flatMap(one -> one.valueStream()).map(JsonNode::asText))
        .flatMap(all -> all)
        .collect(Collectors.joining(" "));
  }

  private static Spot spot(ObjectNode service, ObjectNode at) {
    var location = at.path("location");
    boolean placed = location.path("latitude").isNumber() && location.path("longitude").isNumber();
    return new Spot(
        at.path("id").asText(),
        Fields.objects(location, "addresses").stream()
            .flatMap(one -> Fields.text(one, "postal_code").stream())
            .findFirst()
            .orElse(""),
        placed
            ? Optional.of(
                new Point(
                    location.path("latitude").asDouble(), location.path("longitude").asDouble()))
            : Optional.empty(),
        Stream.of(at, service)
            .flatMap(one -> Fields.objects(one, "service_areas").stream())
            .flatMap(one ->
                Stream.of("name", "description", "extent")
                    .flatMap(field -> Fields.text(one, field).stream()))
            .collect(Collectors.collectingAndThen(Collectors.joining(" "), Entry::folded)));
  }

  /// A moment, or the beginning of a day.
  static Optional<Instant> instant(String text) {
    try {
      return Optional.of(
          text.length() > 10
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
