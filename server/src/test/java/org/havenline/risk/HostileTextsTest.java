package org.havenline.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.havenline.routingconfig.risk.RiskRules;
import org.junit.jupiter.api.Test;

/// Texts sent to break or to stall the reading of messages.
class HostileTextsTest {
  private static final Set<String> LANGUAGES = Set.of("en", "es", "ar");
  private static final int SIZE = 50_000;

  @Test
  void noTextFailsOrStallsTheReading() {
    Map<String, String> texts =
        new TreeMap<>(
            Map.ofEntries(
                Map.entry("one letter", "a".repeat(SIZE)),
                Map.entry("words of rules", "he will kill me not passport ".repeat(SIZE / 29)),
                Map.entry("different words", differentWords()),
                Map.entry("combining marks", "e" + "\u0301".repeat(SIZE)),
                Map.entry("joined emoji", "👩‍👩‍👧‍👦🏳️‍🌈👍🏽".repeat(SIZE / 30)),
                Map.entry("one endless emoji", "👩\u200d".repeat(SIZE / 3)),
                Map.entry(
                    "direction controls", "\u202eem llik\u202c \u2066help\u2069 ".repeat(2500)),
                Map.entry("look-alikes", "hеlp mе раssроrt ".repeat(SIZE / 17)),
                Map.entry("lone surrogates", "\ud83d\udc00x\udc00".repeat(SIZE / 4)),
                Map.entry("controls", "\u0000\u0001\r\n\u0085\ufeff".repeat(SIZE / 6)),
                Map.entry(
                    "query language", "*a*b* /(.*a){30}/ a~2 secret:x a^1e38 ((((".repeat(1200)),
                Map.entry("evil regex", "a".repeat(25_000) + "!" + "(a+)+$".repeat(4_000)),
                Map.entry("Thai without spaces", "ช่วยด้วยเขาจะฆ่าฉัน".repeat(SIZE / 19)),
                Map.entry("Arabic marks", "سَيَقْتُلُنِي ".repeat(SIZE / 14)),
                Map.entry("apostrophes", "'".repeat(SIZE)),
                Map.entry("empty", "")));
    try (RiskMonitor monitor = RiskMonitor.of(RiskRules.shipped())) {
      for (int round = 0; round < 6; round++) {
        texts.values().forEach(text -> monitor.assess(text, LANGUAGES));
      }
      Map<String, Long> micros = new TreeMap<>();
      texts.forEach((name, text) -> micros.put(name, least(monitor, text)));
      System.out.println("microseconds of processor time: " + micros);

      assertThat(micros.values()).allMatch(least -> least <= 50_000);
      assertThat(monitor.brokenRules()).isEmpty();
    }
  }

  /// Processor time of this thread, the least of five: not what else the machine does.
  private static long least(RiskMonitor monitor, String text) {
    var thread = ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long before = thread.getCurrentThreadCpuTime();
      assertThat(monitor.assess(text, LANGUAGES)).isNotNull();
      least = Math.min(least, (thread.getCurrentThreadCpuTime() - before) / 1000);
    }
    return least;
  }

  private static String differentWords() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < SIZE; i++) {
      text.append(Integer.toString(i * 7919 + 60_466_176, 36)).append(' ');
    }
    return text.toString();
  }
}
