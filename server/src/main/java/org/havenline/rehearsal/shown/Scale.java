package org.havenline.rehearsal.shown;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Round marks of an axis from 0 to at least the greatest value.
record Scale(double step, int steps) {
  private static final double[] ROUND = {1, 2, 5, 10};
  private static final int ABOUT = 5;

  Scale(double most) {
    this(step(most), (int) Math.max(1, Math.ceil(most / step(most))));
  }

  private static double step(double most) {
    double rough = Math.max(most, 1e-6) / ABOUT;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    return DoubleStream.of(ROUND)
        .map(round -> round * power)
        .filter(round -> round >= rough * 0.999)
        .findFirst()
        .orElse(10 * power);
  }

  double end() {
    return step * steps;
  }

  double[] marks() {
    return IntStream.rangeClosed(0, steps).mapToDouble(i -> i * step).toArray();
  }
}
