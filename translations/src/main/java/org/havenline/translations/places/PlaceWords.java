package org.havenline.translations.places;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What is written about free places in one language.
///
/// @param language BCP 47, without a region
/// @param review `drafted`, `reviewed` or `approved`
/// @param numbers words for 0 to 10, in this order
/// @param units by `women`, `men`, `families`, `children`, `beds`, `places`: first the one that
///   people are shown, then every form they write
/// @param two one word for two of a unit, where a language has that
/// @param none all is full
/// @param free goes with a figure and changes nothing
/// @param and stands between two figures
/// @param unclear known, and of two meanings
/// @param page sentences of the page, by key; `said` holds `{age}`
public record PlaceWords(
    String language,
    String review,
    List<List<String>> numbers,
    Map<String, List<String>> units,
    Map<String, List<String>> two,
    List<String> none,
    List<String> free,
    List<String> and,
    List<String> unclear,
    Map<String, String> page) {
  /// Languages that have words; a file for each lies in `places`.
  static final List<String> SHIPPED =
      List.of("ar", "de", "en", "es", "fr", "pl", "pt", "ro", "ru", "uk");

  private static final ObjectMapper JSON = new ObjectMapper();

  public PlaceWords {
    numbers = List.copyOf(numbers);
    units = Map.copyOf(units);
    two = Map.copyOf(two);
    none = List.copyOf(none);
    free = List.copyOf(free);
    and = List.copyOf(and);
    unclear = List.copyOf(unclear);
    page = Map.copyOf(page);
  }

  /// Those in the jar.
  ///
  /// @throws UncheckedIOException when they are broken, which a test excludes
  public static List<PlaceWords> shipped() {
    return SHIPPED.stream().map(PlaceWords::read).toList();
  }

  private static PlaceWords read(String language) {
    var name = "/org/havenline/translations/places/" + language + ".json";
    try (var in = Objects.requireNonNull(PlaceWords.class.getResourceAsStream(name), name)) {
      var file = JSON.readTree(in);
      return new PlaceWords(
          file.path("language").asText(),
          file.path("review").asText(),
          JSON.convertValue(file.path("numbers"), new TypeReference<>() {}),
          JSON.convertValue(file.path("units"), new TypeReference<>() {}),
          map(file.path("two")),
          list(file.path("none")),
          list(file.path("free")),
          list(file.path("and")),
          list(file.path("unclear")),
          JSON.convertValue(file.path("page"), new TypeReference<>() {}));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Map<String, List<String>> map(JsonNode node) {
    return node.isMissingNode() ? Map.of() : JSON.convertValue(node, new TypeReference<>() {});
  }

  private static List<String> list(JsonNode node) {
    return node.isMissingNode() ? List.of() : JSON.convertValue(node, new TypeReference<>() {});
  }
}
