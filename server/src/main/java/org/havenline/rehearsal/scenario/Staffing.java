package org.havenline.rehearsal.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.havenline.rehearsal.arrivals.Figures;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Value;

/// How those on duty behave.
///
/// @param shifts empty: everyone in the table is always on duty
/// @param reaction from being asked to saying yes or no; past the offer's time it expires
/// @param declines share of offers passed on, 0 to 1
/// @param comesBack how long one who let an offer expire stays away: the server takes her off duty
public record Staffing(List<Shift> shifts, Length reaction, double declines, Duration comesBack) {
  private static final Length QUICK = new Length.Lognormal(Duration.ofSeconds(6), 0.6);
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  public static final Staffing USUAL = new Staffing(List.of(), QUICK, 0, FIVE_MINUTES);

  public Staffing {
    shifts = List.copyOf(shifts);
  }

  static Staffing read(Fields fields) {
    return new Staffing(
        fields.optional("shifts").map(list -> Fields.each(list, Shift::read)).orElse(List.of()),
        fields.optional("reaction").flatMap(Staffing::length).orElse(QUICK),
        fields.optional("declines").map(Figures::percent).orElse(0.0),
        fields
            .optional("comes-back")
            .map(v -> v.duration(Duration.ZERO, Length.MOST))
            .orElse(FIVE_MINUTES));
  }

  private static Optional<Length> length(Value value) {
    var fields = value.fields();
    var length = Length.read(fields);
    fields.done();
    return Optional.of(length);
  }
}
