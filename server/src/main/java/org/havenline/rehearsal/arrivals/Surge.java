package org.havenline.rehearsal.arrivals;

import java.time.LocalDateTime;
import java.util.Optional;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.yaml.Fields;

/// A time in which more come than usual: after a raid, a broadcast, a disaster.
///
/// @param times as many as usual, 1 or more
/// @param language those who come in addition speak it; empty: as usual
/// @param risk of those who come in addition; empty: as usual
public record Surge(
    LocalDateTime from,
    LocalDateTime until,
    double times,
    Optional<String> language,
    Optional<RiskLevel> risk) {

  static Surge read(Fields fields) {
    var from = fields.required("from").flatMap(Figures::dateTime).orElse(LocalDateTime.MIN);
    var until = fields.required("until").flatMap(Figures::dateTime).orElse(LocalDateTime.MAX);
    if (!from.isBefore(until)) {
      fields.at().fault("the surge ends before it begins", "Swap 'from' and 'until'");
    }
    return new Surge(
        from,
        until,
        fields.required("times").map(v -> Figures.decimal(v, 1, 1000)).orElse(1.0),
        fields.optional("language").map(Figures::language),
        fields.optional("risk").flatMap(v -> v.word(RiskLevel.class)));
  }

  boolean at(LocalDateTime time) {
    return !time.isBefore(from) && time.isBefore(until);
  }
}
