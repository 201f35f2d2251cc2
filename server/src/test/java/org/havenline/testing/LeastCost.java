package org.havenline.testing;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What reading each text costs at least: microseconds of processor time of this thread, the least
/// of a few readings, so that what else the machine does is left out.
///
/// @param micros by the text's name
public record LeastCost(Map<String, Long> micros) {
  private static final int MOST_READINGS = 9;

  /// Cheap enough to ask no further.
  private static final long ENOUGH = 20_000;

  private static final int NAMED = 6;

  public static LeastCost of(Map<String, String> texts, Consumer<String> read) {
    texts.values().forEach(read);
    var micros = new LinkedHashMap<String, Long>();
    texts.forEach((name, text) -> micros.put(name, least(text, read)));
    return new LeastCost(micros);
  }

  private static long least(String text, Consumer<String> read) {
    var thread = ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int reading = 0; reading < MOST_READINGS && least > ENOUGH; reading++) {
      long before = thread.getCurrentThreadCpuTime();
      read.accept(text);
      least = Math.min(least, (thread.getCurrentThreadCpuTime() - before) / 1000);
    }
    return least;
  }

  @Override
  public String toString() {
    return micros.size()
        + " texts, µs of processor time, the dearest: "
        + micros.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(NAMED)
            .map(one -> one.getKey() + " " + one.getValue())
            .collect(Collectors.joining("; "));
  }
}
