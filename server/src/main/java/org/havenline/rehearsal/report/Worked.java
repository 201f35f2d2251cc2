package org.havenline.rehearsal.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one responder did.
///
/// @param hours on duty
/// @param occupancy part of them with at least one contact, 0 to 1
/// @param languages whom she served: language of the person → contacts
public record Worked(
    String responder,
    String name,
    int contacts,
    double hours,
    double occupancy,
    SortedMap<String, Long> languages) {
  public Worked {
    languages = Collections.unmodifiableSortedMap(new TreeMap<>(languages));
  }

  /// The most frequent first.
  public List<Map.Entry<String, Long>> byFrequency() {
    return languages.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }
}
