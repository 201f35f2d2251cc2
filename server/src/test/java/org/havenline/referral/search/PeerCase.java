package org.havenline.referral.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.havenline.referral.directory.Point;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.directory.ServiceKind;
import org.havenline.referral.directory.Standing.Status;
import org.havenline.referral.eligibility.Answer;
import org.havenline.referral.eligibility.Children;
import org.havenline.referral.eligibility.Eligibility;
import org.havenline.referral.eligibility.Need;
import org.havenline.referral.eligibility.Person;
import org.havenline.referral.search.ask.Circle;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.ask.Speech;
import org.havenline.referral.search.ask.Viewer;
import org.havenline.referral.search.ask.What;
import org.havenline.referral.search.ask.Where;

/// A case of a peer in our words. Their unit is a location with services, ours a service at one:
/// the location's name and description become ours; names and categories of its services and tags
/// of its organisation our terms; all other descriptions and tags our remarks; a category also a
/// kind.
final class PeerCase {
  private static final double KM_PER_MILE = 1.609344;
  private static final double THEIR_LEAST_MILES = 0.1;
  private static final double THEIR_DEFAULT_MILES = 5;
  private static final double THEIR_NEARBY_MILES = 0.5;
  private static final Map<String, String> TAGS =
      Map.of("Spanish", "es", "Arabic", "ar", "French", "fr", "Tagalog", "tl");
  private static final Search ANY = Search.all(Viewer.PERSON, Made.NOW);

  /// What a case may want.
  enum Wanted {
    ORDER,
    EXACTLY,
    INCLUDE,
    EXCLUDE,
    FIRST,
    SAME_AS
  }

  private final JsonNode suite;
  private final JsonNode one;

  PeerCase(JsonNode suite, JsonNode one) {
    this.suite = suite;
    this.one = one;
  }

  String id() {
    return text("id", "");
  }

  boolean refused() {
    return one.has("http");
  }

  boolean wants(Wanted what) {
    return one.has(what.name().toLowerCase(Locale.ROOT));
  }

  String text(String field, String otherwise) {
    return one.path(field).asText(otherwise);
  }

  int number(String field, int otherwise) {
    return one.path(field).asInt(otherwise);
  }

  List<String> list(String field) {
    return texts(one.path(field));
  }

  /// Who asks what is nearby is not told of herself.
  List<String> left() {
    return one.has("nearby") ? List.of(text("nearby", "")) : List.of();
  }

  String name(String id) {
    return suite.path("docs").path("docs").path(id).path("name").asText(id);
  }

  Search words(String text) {
    return ANY.with(What.words(text));
  }

  /// None where their map does not know the place.
  List<Search> searches() {
    Search search = ANY.with(what());
    if (one.path("filters").has("accessibility")) {
      search = search.with(wheelchair());
    }
    if (one.has("language")) {
      Set<String> languages =
          texts(one.get("language")).stream().map(TAGS::get).collect(Collectors.toSet());
      search = search.with(new Speech(languages, true));
    }
    if (!one.has("place") && !one.has("lat_lng") && !one.has("nearby")) {
      return List.of(search);
    }
    Search placed = search;
    return centre().map(at -> placed.with(Where.near(new Circle(at, km())))).stream().toList();
  }

  private What what() {
    Set<ServiceKind> kinds =
        texts(one.path("category")).stream().map(PeerCase::kind).collect(Collectors.toSet());
    if (one.has("service_area")) {
      kinds.add(area(text("service_area", "")));
    }
    return new What(text("q", ""), kinds, text("org_name", ""));
  }

  private static Person wheelchair() {
    return new Person(
        Optional.empty(),
        Answer.NOT_SAID,
        OptionalInt.empty(),
        List.of(),
        Set.of(Need.WHEELCHAIR),
        Set.of(),
        Set.of());
  }

  private Optional<Point> centre() {
    JsonNode docs = suite.path("docs");
    if (one.has("nearby")) {
      JsonNode from = docs.path("docs").path(text("nearby", ""));
      return Optional.of(new Point(from.get("lat").asDouble(), from.get("lon").asDouble()));
    }
    if (one.has("lat_lng")) {
      return Optional.of(Circle.read(text("lat_lng", ""), "5").centre());
    }
    JsonNode at = docs.path("geocode").path(text("place", ""));
    return at.size() == 2
        ? Optional.of(new Point(at.get(0).asDouble(), at.get(1).asDouble()))
        : Optional.empty();
  }

  private double km() {
    double usual = one.has("nearby") ? THEIR_NEARBY_MILES : THEIR_DEFAULT_MILES;
    return Math.max(THEIR_LEAST_MILES, one.path("radius").asDouble(usual)) * KM_PER_MILE;
  }

  List<ServiceAtLocation> services() {
    List<ServiceAtLocation> all = new ArrayList<>();
    if (one.has("docs")) {
      one.get("docs").forEach(doc -> all.add(service(doc.get("k").asText(), doc).made()));
      return all;
    }
    Map<String, JsonNode> known =
        suite.get("docs").get("docs").properties().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    for (String used : used(known.keySet())) {
      String key = used.replaceAll("\\(.*", "");
      Made made = service(key, Objects.requireNonNull(known.get(key)));
      said(key, used, made);
      all.add(made.made());
    }
    if (id().startsWith("no duplicates")) {
      JsonNode place = Objects.requireNonNull(known.get("LIB"));
      all.add(service("first", place).kind(area("Belmont").code()).made());
      all.add(service("second", place).kind(area("Belmont").code()).made());
    }
    return all;
  }

  private List<String> used(Set<String> known) {
    if (id().equals("category-name boost")) {
      return List.of("VRS", "FAR", "SOUP");
    }
    return list("docs_used").stream()
        .filter(used -> known.contains(used.replaceAll("\\(.*", "")))
        .toList();
  }

  /// What stands in the notes of the cases.
  private void said(String key, String used, Made made) {
    LocalDate today = LocalDate.ofInstant(Made.NOW, ZoneOffset.UTC);
    if (used.contains("updated")) {
      made.checked(today.minusDays(used.contains("day") ? 1 : 0));
    }
    if (id().equals("category OR") && !key.equals("FM")) {
      String category = key.equals("VRS") ? "Jobs" : "Health";
      made.terms(category).kind(kind(category).code());
    }
    if (id().equals("category-name boost") && key.equals("VRS")) {
      made.terms("Food");
    }
    if (id().equals("category-name boost") && key.equals("SOUP")) {
      made.remarks("warm food");
    }
    if (id().equals("status filter") && key.equals("VRS")) {
      made.status(Status.INACTIVE);
    }
    if (id().startsWith("service area") && key.equals("VRS")) {
      made.kind(area("Atherton").code());
    }
  }

  private static Made service(String key, JsonNode doc) {
    Made made = Made.service(key).named(doc.path("name").asText()).at(37.5, -122.3);
    made.about(doc.path("description").asText(""));
    made.by(doc.path("organization").asText("Neutral House"));
    if (doc.has("lat")) {
      made.at(doc.get("lat").asDouble(), doc.get("lon").asDouble());
    }
    terms(made, doc, "org_tags");
    List<String> remarks = new ArrayList<>();
    doc.path("services")
        .forEach(service -> {
          terms(made, service, "categories", "subcategories");
          terms(made, service, "name");
          remarks.add(service.path("description").asText(""));
          remarks.addAll(texts(service.path("tags")));
        });
    remarks.addAll(texts(doc.path("tags")));
    made.remarks(String.join(" ", remarks).strip());
    made.speaks(texts(doc.path("languages")).stream().map(TAGS::get).toArray(String[]::new));
    if (doc.path("archived").asBoolean()) {
      made.status(Status.INACTIVE);
    }
    if (doc.has("accessibility")) {
      made.takes(accessible(texts(doc.get("accessibility")).contains("ramp")));
    }
    return made;
  }

  /// A list of what a place has, without a ramp, says that it has none.
  private static Eligibility accessible(boolean ramp) {
    return new Eligibility(
        Set.of(),
        Answer.NOT_SAID,
        OptionalInt.empty(),
        OptionalInt.empty(),
        Children.NOT_SAID,
        Map.of(Need.WHEELCHAIR, ramp ? Answer.YES : Answer.NO),
        Set.of(),
        Set.of());
  }

  private static void terms(Made made, JsonNode from, String... fields) {
    for (String field : fields) {
      texts(from.path(field)).forEach(made::terms);
    }
  }

  /// The area a service is for has no field of its own here yet: a code as a kind is.
  private static ServiceKind area(String name) {
    return new ServiceKind("area." + name);
  }

  private static ServiceKind kind(String category) {
    return new ServiceKind(category.toLowerCase(Locale.ROOT).replace(' ', '-'));
  }

  private static List<String> texts(JsonNode node) {
    return node.isTextual()
        ? List.of(node.asText())
        : StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText).toList();
  }
}
