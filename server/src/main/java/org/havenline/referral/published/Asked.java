package org.havenline.referral.published;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The parameters of a list, as HSDS's API names them. All that are given have to hold.
///
/// @param search folded words
/// @param metres around the middle of the postcode; empty for the postcode itself
/// @param lines whether all is wanted at once, one a line
public record Asked(
    List<String> search,
    Optional<String> term,
    Optional<String> taxonomy,
    Optional<String> organization,
    Optional<Instant> modifiedAfter,
    Optional<String> parent,
    Optional<String> postcode,
    Optional<Double> metres,
    boolean minimal,
    boolean full,
    boolean fullService,
    boolean topOnly,
    boolean lines,
    int page,
    int perPage) {
  /// More in one page is not given.
  public static final int MOST = 200;

  private static final int USUAL = 50;
  private static final int LONGEST = 300;

  public Asked {
    search = List.copyOf(search);
  }

  /// @throws IllegalArgumentException what is wrong, for people
  public static Asked of(Map<String, String> given) {
    var values = new Values(given);
    var format = values.text("format").orElse("json");
    if (!format.equals("json") && !format.equals("ndjson")) {
      throw new IllegalArgumentException("format is json or ndjson");
    }
    var metres = values.text("proximity").map(Values::number);
    if (metres.isPresent() && values.text("postcode").isEmpty()) {
      throw new IllegalArgumentException("proximity needs a postcode to be near to");
    }
    return new Asked(
        Entry.words(values.text("search").orElse("")),
        values.text("taxonomy_term_id").map(Ids::of),
        values.text("taxonomy_id").map(Ids::of),
        values.text("organization_id").map(Ids::of),
        values.text("modified_after").map(Values::moment),
        values.text("parent_id").map(Ids::of),
        values.text("postcode"),
        metres,
        values.yes("minimal"),
        values.yes("full"),
        values.yes("full_service"),
        values.yes("top_only"),
        format.equals("ndjson"),
        values.whole("page", 1, Integer.MAX_VALUE),
        Math.min(MOST, values.whole("per_page", USUAL, Integer.MAX_VALUE)));
  }

  private record Values(Map<String, String> given) {
    Optional<String> text(String name) {
      var text = Optional.ofNullable(given.get(name)).map(String::strip);
      if (text.filter(one -> one.length() > LONGEST).isPresent()) {
        throw new IllegalArgumentException(name + " is longer than " + LONGEST + " letters");
      }
      return text.filter(one -> !one.isEmpty());
    }

    boolean yes(String name) {
      return switch (text(name).orElse("false")) {
        case "true" -> true;
        case "false" -> false;
        default -> throw new IllegalArgumentException(name + " is true or false");
      };
    }

    int whole(String name, int otherwise, int most) {
      var text = text(name);
      try {
        int number = text.map(Integer::parseInt).orElse(otherwise);
        if (number >= 1 && number <= most) {
          return number;
        }
      } catch (NumberFormatException _) {
        // answered below, as for any other wrong number
      }
      throw new IllegalArgumentException(name + " is a whole number from 1 on");
    }

    static double number(String text) {
      try {
        double number = Double.parseDouble(text);
        if (number >= 0 && number <= 20_000_000) {
          return number;
        }
      } catch (NumberFormatException _) {
        // answered below
      }
      throw new IllegalArgumentException("proximity is a number of metres");
    }

    static Instant moment(String text) {
      return Entry.instant(text)
          .orElseThrow(() ->
              new IllegalArgumentException(
                  "modified_after is a moment such as 2026-11-29T00:00:00Z"));
    }
  }
}
