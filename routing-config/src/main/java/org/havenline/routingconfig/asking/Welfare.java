package org.havenline.routingconfig.asking;

import java.time.Duration;
import org.havenline.routingconfig.yaml.Value;

/// What keeps a responder from being worn out: after so many contacts of high risk in a row (`HIGH`
/// or `IMMEDIATE`, with no lesser one between and no pause of the length of a break) she is asked
/// nothing until she has had a break.
///
/// @param highRiskInARow 0: no limit
public record Welfare(int highRiskInARow, Duration rest) {
  public static final Welfare NO_LIMIT = new Welfare(0, Duration.ZERO);
  private static final int MOST = 20;

  public boolean limits() {
    return highRiskInARow > 0;
  }

  static Welfare read(Value value) {
    var fields = value.fields();
    var welfare =
        new Welfare(
            fields.required("high-risk-in-a-row").map(v -> v.whole(1, MOST)).orElse(1),
            fields
                .required("break")
                .map(v -> v.duration(Duration.ofMinutes(1), Duration.ofHours(4)))
                .orElse(Duration.ofMinutes(1)));
    fields.done();
    return welfare;
  }
}
