package org.havenline.translations.kinds;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// The shipped taxonomy.
///
/// @param kinds in the order in which people are shown them
/// @param byLanguage BCP 47 → words
public record ServiceKinds(List<Kind> kinds, Map<String, KindWords> byLanguage) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Languages that have words; a file for each lies in `service-kinds`.
  private static final String INDEX = "languages.json";

  public ServiceKinds {
    kinds = List.copyOf(kinds);
    byLanguage = Map.copyOf(byLanguage);
  }

  /// @throws UncheckedIOException when the files in the jar are broken, which a test excludes
  public static ServiceKinds shipped() {
    List<Kind> kinds = new ArrayList<>();
    for (JsonNode one : read("kinds.json")) {
      kinds.add(
          new Kind(
              one.path("code").asText(),
              one.path("means").asText(),
              texts(one.path("open-eligibility")),
              texts(one.path("signs"))));
    }
    Map<String, KindWords> byLanguage = new TreeMap<>();
    for (JsonNode language : read(INDEX)) {
      JsonNode file = read(language.asText() + ".json");
      byLanguage.put(
          language.asText(),
          new KindWords(
              file.path("language").asText(),
              file.path("review").asText(),
              JSON.convertValue(file.path("kinds"), new TypeReference<>() {})));
    }
    return new ServiceKinds(kinds, byLanguage);
  }

  /// The kind an Open Eligibility code means: that which names the longest beginning of it, at a
  /// hyphen. Empty for a code of something we have no kind for.
  public Optional<Kind> ofOpenEligibility(String code) {
    return kinds.stream()
        .filter(kind -> named(kind, code) > 0)
        .max(Comparator.comparingInt(kind -> named(kind, code)));
  }

  private static int named(Kind kind, String code) {
    return kind.openEligibility().stream()
        .filter(one -> code.equals(one) || code.startsWith(one + "-"))
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  private static List<String> texts(JsonNode list) {
    return list.isMissingNode()
        ? List.of()
        : JSON.convertValue(list, new TypeReference<List<String>>() {});
  }

  private static JsonNode read(String name) {
    try (InputStream file =
        Objects.requireNonNull(
            ServiceKinds.class.getResourceAsStream(
                "/org/havenline/translations/service-kinds/" + name),
            name)) {
      return JSON.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
