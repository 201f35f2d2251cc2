package org.havenline.routingconfig.hours.days;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.havenline.routingconfig.yaml.Value;
import org.havenline.routingconfig.yaml.YamlFile;

/// The calendar files (iCalendar, RFC 5545) beside the tables, each read once.
///
/// A feed is a file in the folder, not an address: what is checked is what is in force, and no
/// table makes the server call a stranger.
public final class Feeds {
  /// Feeds are unrolled between these days.
  static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

  static final LocalDate LAST = LocalDate.of(2099, 12, 31);

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,80}\\.ics");
  private static final int MOST_FEEDS = 20;

  private final Function<String, Optional<byte[]>> files;
  private final Map<String, Feed> known = new HashMap<>();

  /// @param files gives a file of the tables' folder by its name
  public Feeds(Function<String, Optional<byte[]>> files) {
    this.files = files;
  }

  /// The days of the feed whose name is given here; none when it cannot be used, which is noted.
  Set<LocalDate> read(Value value) {
    var name = value.text();
    if (!NAME.matcher(name).matches()) {
      value.fault(
          "'" + value.shown() + "' is not the name of a calendar file",
          "Write the name of an *.ics file in the folder of the tables, without folders");
      return Set.of();
    }
    if (known.size() >= MOST_FEEDS && !known.containsKey(name)) {
      value.fault("more than " + MOST_FEEDS + " calendar files", "Join some of them");
      return Set.of();
    }
    return switch (known.computeIfAbsent(name, this::open)) {
      case Feed.Days(var dates) -> dates;
      case Feed.Unusable(var fault, var remedy) -> {
        value.fault("'" + name + "' " + fault, remedy);
        yield Set.of();
      }
    };
  }

  private Feed open(String name) {
    var bytes = files.apply(name);
    if (bytes.isEmpty()) {
      return new Feed.Unusable("is not there", "Put it into the folder of the tables");
    }
    return bytes.get().length > YamlFile.MOST_BYTES
        ? new Feed.Unusable("has more than 256 KiB", "Remove events that are over")
        : Feed.read(bytes.get());
  }
}
