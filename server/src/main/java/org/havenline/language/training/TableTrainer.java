package org.havenline.language.training;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.havenline.language.grams.Grams;
import org.havenline.language.grams.Letters;
import org.havenline.language.grams.WritingSystem;

/// Naive Bayes for one writing system: which grams to keep, and what each says about each language.
final class TableTrainer {
  /// Sightings that a gram's weight is shrunk by: one seen twice proves little.
  private static final double DOUBT = 1.0;

  private final WritingSystem system;
  private final List<TrainingClass> classes;
  private final List<GramCounts> counts = new ArrayList<>();
  private final RandomGenerator random;

  TableTrainer(WritingSystem system, List<TrainingClass> classes, RandomGenerator random) {
    this.system = system;
    this.classes = classes;
    this.random = random;
    for (TrainingClass one : classes) {
      counts.add(count(one));
    }
  }

  private GramCounts count(TrainingClass one) {
    GramCounts found = new GramCounts();
    String apart = system == WritingSystem.HAN ? "" : " ";
    for (String[] words : one.sentences()) {
      String text = String.join(apart, words);
      found.add(grams(text));
      if (system == WritingSystem.LATIN) {
        found.add(grams(Noise.typo(Noise.plain(text), random)));
      }
    }
    return found;
  }

  private Grams grams(String text) {
    return Grams.of(Letters.of(text), system);
  }

  /// The `most` grams that tell languages apart best, by their share of the mutual information.
  int[] select(int most) {
    Set<Integer> candidates = new HashSet<>();
    for (GramCounts one : counts) {
      for (int key : one.keys(3)) {
        candidates.add(key);
      }
    }
    List<double[]> scored = new ArrayList<>(candidates.size());
    for (int key : candidates) {
      scored.add(new double[] {key, information(key)});
    }
    scored.sort((a, b) -> Double.compare(b[1], a[1]));
    System.out.printf(
        "%s: %d grams, %d kept%n", system, scored.size(), Math.min(most, scored.size()));
    // row 0 stands for every gram that is not kept
    int[] keys = new int[1 + Math.min(most, scored.size())];
    for (int row = 1; row < keys.length; row++) {
      keys[row] = (int) scored.get(row - 1)[0];
    }
    return keys;
  }

  private double information(int key) {
    double background = background(key);
    double sum = 0;
    for (GramCounts one : counts) {
      if (one.total() > 0) {
        double share = (double) one.count(key) / one.total();
        double ratio = ratio(one, key, background);
        sum += Math.max(share, 0.3 * background) * Math.abs(ratio);
      }
    }
    return sum;
  }

  private double background(int key) {
    double sum = 0;
    for (GramCounts one : counts) {
      sum += one.total() == 0 ? 0 : (double) one.count(key) / one.total();
    }
    return sum / counts.size();
  }

  private static double ratio(GramCounts one, int key, double background) {
    return Math.log((one.count(key) + DOUBT) / (background * one.total() + DOUBT));
  }

  /// The logarithm of how much likelier a gram is in a language than in all together.
  float[][] weights(int[] keys) {
    float[][] weights = new float[keys.length][classes.size()];
    for (int row = 1; row < keys.length; row++) {
      double background = background(keys[row]);
      for (int language = 0; language < classes.size(); language++) {
        weights[row][language] = (float) ratio(counts.get(language), keys[row], background);
      }
    }
    return weights;
  }
}
