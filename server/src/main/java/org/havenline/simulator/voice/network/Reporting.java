package org.havenline.simulator.voice.network;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where events of a call or conference are told, and which.
public record Reporting(Link link, Set<String> events) {
  public Reporting {
    events = Set.copyOf(events);
  }

  /// Names as in an attribute or in fields, with spaces or commas between.
  ///
  /// @param usual when there are none
  public static Reporting of(Link link, List<String> names, String usual) {
    var all =
        (names.isEmpty() ? Stream.of(usual) : names.stream())
            .flatMap(name -> Stream.of(name.trim().split("[\\s,]+")))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    return new Reporting(link, all);
  }
}
