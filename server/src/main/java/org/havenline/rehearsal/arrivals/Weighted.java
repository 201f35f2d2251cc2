package org.havenline.rehearsal.arrivals;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Values with weights: drawn as often as their weight says. Weights need not add up to anything.
public record Weighted<T>(List<Weight<T>> weights) {
  /// One value and its weight.
  public record Weight<T>(T value, double weight) {}

  public Weighted {
    weights = List.copyOf(weights);
  }

  /// In the order given.
  public static <T> Weighted<T> of(Map<T, Double> weights) {
    return new Weighted<>(
        weights.entrySet().stream()
            .map(entry -> new Weight<>(entry.getKey(), entry.getValue()))
            .toList());
  }

  public double total() {
    return weights.stream().mapToDouble(Weight::weight).sum();
  }

  T draw(RandomGenerator random) {
    double left = random.nextDouble() * total();
    for (var one : weights) {
      left -= one.weight();
      if (left < 0) {
        return one.value();
      }
    }
    return weights.getLast().value();
  }
}
