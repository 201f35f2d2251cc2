package org.havenline.referral.directory;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Free places as last reported (HSDS `service_capacity`).
///
/// @param available places, 0 or more; together where they were counted by kind of person
/// @param counted what they are counted in → how many: `women`, `families`; empty when not said
/// @param updated when it was reported: an old figure is shown with its age and counts little
public record Capacity(int available, Map<String, Integer> counted, Instant updated) {
  public Capacity {
    counted = Collections.unmodifiableMap(new LinkedHashMap<>(counted));
  }

  /// Without what they are counted in.
  public Capacity(int available, Instant updated) {
    this(available, Map.of(), updated);
  }
}
