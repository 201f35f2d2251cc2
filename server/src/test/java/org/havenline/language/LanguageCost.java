package org.havenline.language;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// What the detector costs: microseconds a message, megabytes, milliseconds to load. A program, not
/// a test, since a shared machine's times are no verdict: `java -cp
/// target/test-classes:target/classes org.havenline.language.LanguageCost`.
final class LanguageCost {
  private static final int ROUNDS = 12;

  private LanguageCost() {}

  public static void main(String[] args) throws IOException {
    long before = usedBytes();
    long start = System.nanoTime();
    LanguageDetector detector = LanguageDetector.load();
    System.out.printf("load, cold: %d ms%n", (System.nanoTime() - start) / 1_000_000);
    System.out.printf("heap: %.1f MB%n", (usedBytes() - before) / 1e6);
    List<Long> loads = new ArrayList<>();
    for (int round = 0; round < 9; round++) {
      start = System.nanoTime();
      LanguageDetector.load();
      loads.add((System.nanoTime() - start) / 1_000_000);
    }
    Collections.sort(loads);
    System.out.printf("load, warm, median: %d ms%n", loads.get(4));

    List<String> messages = messages();
    for (int round = 1; round <= ROUNDS; round++) {
      long[] times = new long[messages.size()];
      for (int at = 0; at < times.length; at++) {
        start = System.nanoTime();
        detector.detect(messages.get(at), Prior.flat(), Evidence.none());
        times[at] = System.nanoTime() - start;
      }
      Arrays.sort(times);
      System.out.printf(
          "round %d: %d messages, median %.1f us, p99 %.1f us%n",
          round, times.length, times[times.length / 2] / 1e3, times[times.length * 99 / 100] / 1e3);
    }
  }

  private static List<String> messages() {
    Path folder = Texts.folder().orElseThrow(() -> new IllegalStateException("no shared texts"));
    List<String> messages = new ArrayList<>();
    Texts.read(folder.resolve("udhr"))
        .forEach((language, lines) -> {
          messages.addAll(first(Texts.pieces(language, lines, 2)));
          messages.addAll(first(Texts.pieces(language, lines, 5)));
          messages.addAll(first(Texts.sentences(language, lines)));
        });
    Collections.shuffle(messages, new Random(Texts.SEED));
    return messages;
  }

  private static List<String> first(List<String> pieces) {
    return pieces.subList(0, Math.min(60, pieces.size()));
  }

  private static long usedBytes() {
    Runtime runtime = Runtime.getRuntime();
    for (int times = 0; times < 3; times++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
