package org.havenline.console.places;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.havenline.http.Request;
import org.havenline.translations.places.PlaceWords;

/// In which language a page is shown: the one chosen on it, the service's own, one of the
/// browser's, or English.
final class PageWords {
  static final List<PlaceWords> ALL = PlaceWords.shipped();

  private static final String LAST = "en";

  PlaceWords of(Request request, String language) {
    var browser =
        Arrays.stream(request.header("accept-language").orElse("").split(",", -1))
            .map(one -> one.split(";", 2)[0].strip());
    return Stream.of(request.parameter("l").stream(), Stream.of(language), browser, Stream.of(LAST))
        .flatMap(one -> one)
        .flatMap(tag -> find(tag).stream())
        .findFirst()
        .orElseThrow();
  }

  private static Optional<PlaceWords> find(String tag) {
    var primary = tag.split("-", 2)[0];
    return ALL.stream().filter(words -> words.language().equals(primary)).findFirst();
  }

  static String text(PlaceWords words, String key) {
    return Objects.requireNonNull(words.page().get(key), key);
  }

  static String unit(PlaceWords words, String unit) {
    return words.units().getOrDefault(unit, List.of(unit)).getFirst();
  }
}
