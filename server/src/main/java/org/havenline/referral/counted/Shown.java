package org.havenline.referral.counted;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/// A table as it may be shown. A cell below eleven is hidden; and so that it does not follow from
/// the total and the others, the smallest of the others too, until those that are hidden are eleven
/// or more together.
///
/// @param total of all cells; hidden when below eleven
/// @param cells in their order; empty where hidden. What nobody was counted in is hidden too, and
///   looks no other
public record Shown(OptionalLong total, Map<String, OptionalLong> cells) {
  /// The smallest number that is shown.
  public static final int LEAST = 11;

  static Shown of(List<String> cells, ToLongFunction<String> count) {
    long total = cells.stream().mapToLong(count).sum();
    if (total < LEAST) {
      return new Shown(OptionalLong.empty(), shown(cells, count, new HashSet<>(cells)));
    }
    var hidden = new HashSet<String>();
    long together = 0;
    for (var cell : cells.stream().sorted(Comparator.comparingLong(count)).toList()) {
      boolean tells = together > 0 && together < LEAST;
      if (count.applyAsLong(cell) < LEAST || tells) {
        hidden.add(cell);
        together += count.applyAsLong(cell);
      }
    }
    return new Shown(OptionalLong.of(total), shown(cells, count, hidden));
  }

  private static Map<String, OptionalLong> shown(
      List<String> cells, ToLongFunction<String> count, HashSet<String> hidden) {
    var shown = new LinkedHashMap<String, OptionalLong>();
    cells.forEach(cell ->
        shown.put(
            cell,
            hidden.contains(cell)
                ? OptionalLong.empty()
                : OptionalLong.of(count.applyAsLong(cell))));
    return shown;
  }
}
