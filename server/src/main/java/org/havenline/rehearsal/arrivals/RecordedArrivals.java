package org.havenline.rehearsal.arrivals;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.havenline.routing.Triage;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.yaml.Ledger;

/// Arrivals that were: a CSV file of metadata, one contact a line below a line of names. A column
/// that is not known is refused, so that nobody puts a text or a number in by mistake.
public final class RecordedArrivals {
  private static final List<String> COLUMNS =
      List.of("arrived", "channel", "language", "risk", "country", "minor", "wishes", "subline");
  private static final Set<String> REQUIRED = Set.of("arrived", "channel", "language", "risk");

  /// Far beyond a line of these columns.
  private static final int LONGEST = 200;

  private final String file;
  private final ZoneId zone;
  private final RandomGenerator random;
  private final Ledger ledger;
  private List<String> names = List.of();

  private RecordedArrivals(String file, ZoneId zone, RandomGenerator random, Ledger ledger) {
    this.file = file;
    this.zone = zone;
    this.random = random;
    this.ledger = ledger;
  }

  /// In the order of time, whatever the order of the file.
  ///
  /// @param zone of times without an offset
  public static List<Arrival> read(
      String file, String text, ZoneId zone, RandomGenerator random, Ledger ledger) {
    return new RecordedArrivals(file, zone, random, ledger).read(text);
  }

  private List<Arrival> read(String text) {
    var lines = text.lines().toList();
    names = lines.isEmpty() ? List.of() : cells(lines.getFirst());
    if (!soundNames()) {
      return List.of();
    }
    var all = new ArrayList<Arrival>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        arrival(i + 1, lines.get(i)).ifPresent(all::add);
      }
    }
    return all.stream().sorted(Comparator.comparing(Arrival::at)).toList();
  }

  private boolean soundNames() {
    if (!names.containsAll(REQUIRED)) {
      ledger.add(
          file,
          1,
          "the first line does not name the columns",
          "Begin with: " + String.join(",", COLUMNS));
      return false;
    }
    if (!COLUMNS.containsAll(names) || Set.copyOf(names).size() < names.size()) {
      ledger.add(
          file,
          1,
          "a column that is not known, or one twice",
          "Keep only " + String.join(", ", COLUMNS) + "; never texts, numbers or names");
      return false;
    }
    return true;
  }

  /// A finding never repeats what the line says.
  private Optional<Arrival> arrival(int line, String text) {
    try {
      if (text.length() > LONGEST || cells(text).size() != names.size()) {
        throw new IllegalArgumentException("it has not as many values as columns");
      }
      var row = cells(text);
      var language = language(cell(row, "language"));
      var triage =
          Arrival.triage(
                  word(Channel.class, cell(row, "channel")),
                  language,
                  language.equals(Triage.UNKNOWN_LANGUAGE) ? 0 : 1,
                  word(RiskLevel.class, cell(row, "risk")),
                  country(cell(row, "country")),
                  yes(cell(row, "minor")),
                  wishes(cell(row, "wishes")))
              .reaching(subLine(cell(row, "subline")));
      return Optional.of(new Arrival(arrived(cell(row, "arrived")), triage, random.nextLong()));
    } catch (IllegalArgumentException wrong) {
      ledger.add(
          file,
          line,
          "this arrival is not understood: " + wrong.getMessage(),
          "Write it as: 2026-11-23T20:15,sms,es,high,US,no,woman");
      return Optional.empty();
    }
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.replace("\uFEFF", "").split(",", -1)).map(String::strip).toList();
  }

  private String cell(List<String> row, String name) {
    int at = names.indexOf(name);
    return at < 0 ? "" : row.get(at);
  }

  private Instant arrived(String text) {
    try {
      return Figures.instant(text, zone);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("the time", e);
    }
  }

  private static String language(String tag) {
    try {
      var locale = new Locale.Builder().setLanguageTag(tag.isEmpty() ? "und" : tag).build();
      return locale.toLanguageTag();
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException("the language", e);
    }
  }

  private static <E extends Enum<E>> E word(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the "
                    + (type == Channel.class
                        ? "channel"
                        : type == Gender.class ? "wish" : "risk")));
  }

  private static String country(String text) {
    if (!text.matches("([A-Z]{2})?")) {
      throw new IllegalArgumentException("the country");
    }
    return text;
  }

  private static String subLine(String text) {
    if (!text.matches("([a-z0-9][a-z0-9-]{0,39})?")) {
      throw new IllegalArgumentException("the sub-line");
    }
    return text;
  }

  private static boolean yes(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "yes", "true", "1" -> true;
      case "no", "false", "0", "" -> false;
      default -> throw new IllegalArgumentException("whether she is a minor");
    };
  }

  private static Set<Gender> wishes(String text) {
    var all = EnumSet.noneOf(Gender.class);
    Arrays.stream(text.split(" ", -1))
        .filter(one -> !one.isEmpty())
        .forEach(one -> all.add(word(Gender.class, one)));
    return Set.copyOf(all);
  }
}
