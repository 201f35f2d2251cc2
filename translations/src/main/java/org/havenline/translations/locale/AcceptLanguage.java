package org.havenline.translations.locale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a browser says of the languages its user reads (RFC 9110, section 12.5.4). Anybody may send
/// anything: only the beginning of a long one is read, and what is not understood is left out.
///
/// @param wanted tags, the dearest first; as they came among those equally dear
/// @param refused tags in lower case, which the user does not want at all
record AcceptLanguage(List<String> wanted, Set<String> refused) {
  private static final int MOST_CHARACTERS = 1_000;
  private static final int MOST_LANGUAGES = 40;

  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,5}");
  private static final Pattern WEIGHT =
      Pattern.compile("[Qq]\\s*=\\s*(0(\\.\\d*)?|1(\\.0*)?|\\.\\d+)");

  /// A weight that nobody can read: better the last choice than none.
  private static final double LEAST = 0.0005;

  private record Range(String tag, double weight) {}

  /// @param header as it came; empty when there was none
  static AcceptLanguage of(String header) {
    var ranges = new ArrayList<Range>();
    var parts = beginning(header).split(",", MOST_LANGUAGES + 1);
    for (int i = 0; i < Math.min(parts.length, MOST_LANGUAGES); i++) {
      range(parts[i]).ifPresent(ranges::add);
    }
    return new AcceptLanguage(
        ranges.stream()
            .filter(range -> range.weight > 0)
            .sorted(Comparator.comparingDouble(Range::weight).reversed())
            .map(Range::tag)
            .toList(),
        ranges.stream()
            .filter(range -> range.weight == 0)
            .map(range -> range.tag.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /// Without a tag that is cut in two.
  private static String beginning(String header) {
    if (header.length() <= MOST_CHARACTERS) {
      return header;
    }
    var cut = header.substring(0, MOST_CHARACTERS);
    return cut.substring(0, Math.max(0, cut.lastIndexOf(',')));
  }

  private static Optional<Range> range(String part) {
    var pieces = part.split(";", 2);
    var tag = pieces[0].strip();
    return TAG.matcher(tag).matches()
        ? Optional.of(new Range(tag, pieces.length == 1 ? 1 : weight(pieces[1].strip())))
        : Optional.empty();
  }

  private static double weight(String written) {
    var weight = WEIGHT.matcher(written);
    return weight.matches() ? Double.parseDouble(weight.group(1)) : LEAST;
  }
}
