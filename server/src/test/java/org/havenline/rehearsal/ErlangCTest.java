package org.havenline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.havenline.rehearsal.report.ErlangC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErlangCTest {
  @ParameterizedTest
  @CsvSource({"1, 2, 0.333333", "10, 13, 0.285270", "0.5, 1, 0.5", "0, 3, 0", "5, 5, 1", "9, 5, 1"})
  void agreesWithTheFormula(double load, int responders, double waits) {
    assertThat(new ErlangC(load, responders).waits()).isCloseTo(waits, within(5e-7));
  }

  @Test
  void staysExactForThousandsOfResponders() {
    // an independent sum in logarithms: ln(A^k/k!) relative to the last
    double load = 4950;
    int responders = 5000;
    double below = 0;
    double logarithm = 0;
    for (int k = responders; k > 0; k--) {
      logarithm += Math.log(k / load);
      below += Math.exp(logarithm);
    }
    double last = responders / (responders - load);
    assertThat(new ErlangC(load, responders).waits())
        .isCloseTo(last / (last + below), within(1e-9));
  }

  @Test
  void waitsAndServiceLevelFollowFromIt() {
    var two = new ErlangC(1, 2);
    var handling = Duration.ofMinutes(20);
    assertThat(two.meanWait(handling)).isEqualTo(handling.dividedBy(3));
    assertThat(two.within(Duration.ofSeconds(15), handling)).isCloseTo(0.6708, within(5e-5));
  }
}
