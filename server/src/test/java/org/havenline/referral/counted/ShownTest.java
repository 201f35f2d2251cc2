package org.havenline.referral.counted;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Whoever subtracts every sum of shown cells from every other finds nobody.
final class ShownTest {
  private static final long SEED = 11;
  private static final int TABLES = 3_000;

  @Test
  void noDifferenceOfTwoShownSumsIsASmallCell() {
    System.out.println("seed " + SEED);
    var shown = new ArrayList<Long>();

    assertThat(
            found(counts -> {
              var table =
                  Shown.of(List.copyOf(counts.keySet()), cell -> counts.getOrDefault(cell, 0L));
              table.total().ifPresent(shown::add);
              return table;
            }))
        .isZero();

    assertThat(shown).as("something is shown").hasSizeGreaterThan(TABLES / 2);
  }

  @Test
  void hidingTheSmallCellsAloneIsCaught() {
    assertThat(found(ShownTest::smallOnesHidden)).isGreaterThan(TABLES / 20);
  }

  @Test
  void whatIsNotSmallIsShown() {
    var counts = Map.of("woman", 40L, "man", 20L, "other", 0L);

    var table = Shown.of(List.of("woman", "man", "other"), cell -> counts.getOrDefault(cell, 0L));

    assertThat(table.total()).hasValue(60);
    assertThat(table.cells().get("man")).isEqualTo(OptionalLong.of(20));
    assertThat(table.cells().get("other")).isEqualTo(OptionalLong.empty());
  }

  private static Shown smallOnesHidden(Map<String, Long> counts) {
    var cells = new LinkedHashMap<String, OptionalLong>();
    counts.forEach((cell, count) ->
        cells.put(cell, count < Shown.LEAST ? OptionalLong.empty() : OptionalLong.of(count)));
    return new Shown(
        OptionalLong.of(counts.values().stream().mapToLong(Long::longValue).sum()), cells);
  }

  /// How many random tables an attacker learns a small number from.
  private static int found(Function<Map<String, Long>, Shown> hide) {
    var random = new SplittableRandom(SEED);
    int found = 0;
    for (int i = 0; i < TABLES; i++) {
      var counts = new LinkedHashMap<String, Long>();
      int cells = random.nextInt(2, 9);
      for (int c = 0; c < cells; c++) {
        counts.put("cell" + c, (long) random.nextInt(random.nextBoolean() ? 12 : 60));
      }
      found += tells(hide.apply(counts)) ? 1 : 0;
    }
    return found;
  }

  /// The cells themselves, and what is left of the total by every set of them.
  private static boolean tells(Shown shown) {
    var cells =
        shown.cells().values().stream()
            .filter(OptionalLong::isPresent)
            .mapToLong(OptionalLong::getAsLong)
            .toArray();
    if (LongStream.of(cells).anyMatch(ShownTest::isSmall)) {
      return true;
    }
    if (shown.total().isEmpty()) {
      return false;
    }
    long total = shown.total().getAsLong();
    return isSmall(total)
        || IntStream.range(0, 1 << cells.length)
            .mapToLong(set ->
                total
                    - IntStream.range(0, cells.length)
                        .filter(i -> (set >> i & 1) == 1)
                        .mapToLong(i -> cells[i])
                        .sum())
            .anyMatch(ShownTest::isSmall);
  }

  private static boolean isSmall(long count) {
    return count > 0 && count < Shown.LEAST;
  }
}
