package org.havenline.referral.capacity.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.havenline.referral.capacity.Unit;
import org.havenline.translations.places.PlaceWords;
import org.junit.jupiter.api.Test;

/// Texts written from known figures and then damaged: each is read as these figures or not at all.
/// No damage takes a digit away or puts another whole report in its place, for then nobody could
/// tell.
class DamagedTextsTest {
  private static final long SEED = 20_261_129;
  private static final int TEXTS = 10_000;

  /// A text cut into its parts: before a number, the number, a space, the unit, and so on.
  private record Text(Map<Unit, Integer> says, List<String> parts) {}

  private static final String NOISE = "-−–/.,:;+~%()!&=*#'\"x½² \u200b\u200f\n";

  private static final List<String> ASIDES =
      List.of(
          " 18:30",
          " 0",
          " ٣",
          " 7",
          " tel 0170 1234567",
          " 29.11.",
          " +49 170 1234567",
          " since 9",
          " 2/3",
          " ok",
          " left",
          " full",
          " -1",
          " 10-12",
          " 1.5",
          " €20",
          "?",
          " room 4",
          " minus 1");

  private final Random random = new Random(SEED);
  private final List<PlaceWords> languages = PlaceWords.shipped();

  @Test
  void noDamagedTextIsEverReadAsAnotherFigure() {
    var tally = tally(CapacityText.shipped()::read);
    System.out.println("seed " + SEED + ": " + tally);
    assertThat(tally).doesNotContainKey("wrong");
    assertThat(tally.get("the same")).isGreaterThan(TEXTS / 10);
    assertThat(tally.get("asked again or a contact")).isGreaterThan(TEXTS / 10);
  }

  /// Readers as one might write them, each caught by the same texts.
  @Test
  void readersThatForgiveMoreReadWrongFigures() {
    var shipped = CapacityText.shipped();
    var careless =
        Map.<String, java.util.function.Function<String, Said>>of(
            "digits are put together",
                text -> shipped.read(text.replaceAll("(?<=\\d)\\D(?=\\d)", "")),
            "only the beginning is read",
                text -> shipped.read(text.replaceAll("(?s)^(\\s*[\\d]+\\s*\\p{L}+).*", "$1")));
    careless.forEach(
        (how, reader) -> assertThat(tally(reader).getOrDefault("wrong", 0)).as(how).isPositive());
  }

  private Map<String, Integer> tally(java.util.function.Function<String, Said> reader) {
    random.setSeed(SEED);
    var tally = new TreeMap<String, Integer>();
    for (int i = 0; i < TEXTS; i++) {
      var text = written();
      var damaged = new ArrayList<>(text.parts());
      for (int n = random.nextInt(3); n >= 0; n--) {
        damage(damaged);
      }
      tally.merge(judged(text.says(), reader.apply(String.join("", damaged))), 1, Integer::sum);
    }
    return tally;
  }

  private static String judged(Map<Unit, Integer> says, Said read) {
    return switch (read) {
      case Said.Places(var figures) -> figures.free().equals(says) ? "the same" : "wrong";
      // of the one unit that was counted before; of several, they are asked
      case Said.Alone(int n) -> says.size() == 1 && says.containsValue(n) ? "the same" : "wrong";
      case Said.Full() -> says.values().stream().allMatch(n -> n == 0) ? "the same" : "wrong";
      case Said.Unclear _, Said.SomethingElse _ -> "asked again or a contact";
    };
  }

  /// One or more figures, in one language, with spaces as parts of their own.
  private Text written() {
    var words = languages.get(random.nextInt(languages.size()));
    var units = new ArrayList<>(List.of(Unit.WOMEN, Unit.MEN, Unit.FAMILIES, Unit.CHILDREN));
    java.util.Collections.shuffle(units, random);
    var some =
        random.nextInt(4) == 0
            ? List.of(random.nextBoolean() ? Unit.BEDS : Unit.PLACES)
            : units.subList(0, 1 + random.nextInt(3));
    var says = new EnumMap<Unit, Integer>(Unit.class);
    var parts = new ArrayList<String>();
    for (var unit : some) {
      int n = random.nextInt(random.nextBoolean() ? 11 : 120);
      says.put(unit, n);
      parts.add(parts.isEmpty() ? "" : random.nextInt(3) == 0 ? ", " : " ");
      parts.add(number(n, words));
      parts.add(" ");
      var forms = words.units().getOrDefault(unit.word(), List.of());
      parts.add(forms.get(random.nextInt(forms.size())));
    }
    return new Text(says, parts);
  }

  private String number(int n, PlaceWords words) {
    if (n <= 10 && random.nextInt(3) == 0) {
      return words.numbers().get(n).getFirst();
    }
    var digits = Integer.toString(n);
    int zero = List.of((int) '0', 0x660, 0x6F0, 0x966).get(random.nextInt(4));
    return digits
        .chars()
        .map(digit -> zero + digit - '0')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private void damage(List<String> parts) {
    List<BiFunction<List<String>, Integer, String>> ways =
        List.of(
            (all, at) -> all.get(at) + noise(),
            (all, at) -> noise() + all.get(at),
            (all, at) -> all.get(at) + pick(ASIDES) + " ",
            (all, at) -> isUnit(at) ? slip(all.get(at)) : all.get(at),
            (all, at) -> isUnit(at) ? "" : all.get(at),
            (all, at) -> all.get(at).isBlank() ? "" : all.get(at),
            (all, at) -> isNumber(at) ? all.get(at) : all.get(at).repeat(2),
            (all, at) -> split(all.get(at)),
            (all, at) -> all.get(at).toUpperCase(java.util.Locale.ROOT),
            (all, at) -> all.get(at).isBlank() ? "\n" : all.get(at));
    int at = random.nextInt(parts.size());
    parts.set(at, ways.get(random.nextInt(ways.size())).apply(parts, at));
  }

  private static boolean isUnit(int at) {
    return at % 4 == 3;
  }

  private static boolean isNumber(int at) {
    return at % 4 == 1;
  }

  private String noise() {
    int at = random.nextInt(NOISE.length());
    return NOISE.substring(at, at + 1);
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  /// Letters lost, doubled, changed places.
  private String slip(String word) {
    if (word.length() < 2) {
      return word;
    }
    int at = random.nextInt(word.length() - 1);
    return switch (random.nextInt(3)) {
      case 0 -> word.substring(0, at) + word.substring(at + 1);
      case 1 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
      default ->
          word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    };
  }

  private String split(String part) {
    if (part.length() < 2) {
      return part;
    }
    int at = 1 + random.nextInt(part.length() - 1);
    return part.substring(0, at)
        + pick(List.of(" ", ".", ",", "-", "\n", "/"))
        + part.substring(at);
  }
}
