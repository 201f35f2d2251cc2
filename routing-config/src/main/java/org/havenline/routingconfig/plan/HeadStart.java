package org.havenline.routingconfig.plan;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.yaml.Value;

/// By how much a contact is treated as if it had come earlier, per level of risk; at most a day.
/// `IMMEDIATE` waits before the rest in any case, so its head start orders only those among
/// themselves.
public record HeadStart(Map<RiskLevel, Duration> byRisk) {
  static final HeadStart NONE = new HeadStart(Map.of());
  private static final Duration MOST = Duration.ofDays(1);

  public HeadStart {
    byRisk = Map.copyOf(byRisk);
  }

  public Duration of(RiskLevel risk) {
    return byRisk.getOrDefault(risk, Duration.ZERO);
  }

  static HeadStart read(Value value) {
    var all = new EnumMap<RiskLevel, Duration>(RiskLevel.class);
    var fields = value.fields();
    var before = MOST;
    for (var risk : RiskLevel.values()) {
      var key = risk.name().toLowerCase(java.util.Locale.ROOT);
      var given = fields.required(key);
      var duration = given.map(v -> v.duration(Duration.ZERO, MOST)).orElse(Duration.ZERO);
      if (given.isPresent() && duration.compareTo(before) > 0) {
        given.get().fault("a lower risk gets the longer head start", "Swap the two durations");
      }
      before = given.isPresent() ? duration : before;
      all.put(risk, duration);
    }
    fields.done();
    return new HeadStart(all);
  }
}
