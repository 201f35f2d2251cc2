package org.havenline.language.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.havenline.language.grams.GramTable;
import org.havenline.language.grams.Grams;
import org.havenline.language.grams.Letters;
import org.havenline.language.grams.WritingSystem;

/// Corrects the weights of naive Bayes where its assumption, that grams are independent, misleads:
/// short windows of the training text are guessed, and each wrong share of probability moves the
/// weights a little (multinomial logistic regression started from naive Bayes, AdaGrad a row). The
/// result is sharper on two words and says truly how sure it is.
final class Tuning {
  private static final float RATE = 0.15f;

  private final WritingSystem system;
  private final List<TrainingClass> classes;
  private final float[][] weights;
  private final Map<Integer, Integer> rows = new HashMap<>();
  private final float[] squares;
  private final RandomGenerator random;
  private final Cipher cipher;

  /// The class without text, whose samples are made; -1 if there is none.
  private final int made;

  /// One sample in so many is of that class.
  private final int madeEvery;

  Tuning(
      WritingSystem system,
      List<TrainingClass> classes,
      int[] keys,
      float[][] weights,
      RandomGenerator random) {
    this.system = system;
    this.classes = classes;
    this.weights = weights;
    this.random = random;
    this.cipher = new Cipher(random);
    this.made = classes.stream().map(TrainingClass::language).toList().indexOf("und");
    this.madeEvery = system == WritingSystem.LATIN ? 10 : 40;
    this.squares = new float[keys.length];
    Arrays.fill(squares, 1f);
    for (int row = 1; row < keys.length; row++) {
      rows.put(keys[row], row);
    }
  }

  /// One pass over `samples` windows of the training text.
  void pass(int samples, float rate) {
    for (int sample = 0; sample < samples; sample++) {
      int truth = sample % madeEvery == 0 && made >= 0 ? made : fairly();
      int[] found = rows(sampleOf(truth, false));
      learn(found, truth, rate * RATE);
    }
  }

  private int fairly() {
    while (true) {
      int truth = random.nextInt(classes.size());
      // in a script of few languages a fair share would teach it to doubt them all
      if (truth != made || system == WritingSystem.LATIN) {
        return truth;
      }
    }
  }

  private String sampleOf(int truth, boolean heldOut) {
    TrainingClass one = classes.get(truth);
    List<String[]> from = heldOut ? one.heldOut() : one.sentences();
    String text = from.isEmpty() ? ofNoLanguage() : TrainingClass.window(from, system, random);
    if (system == WritingSystem.LATIN && random.nextInt(100) < 35) {
      String plain = Noise.plain(text);
      return random.nextBoolean() ? Noise.typo(plain, random) : plain;
    }
    return text;
  }

  private String ofNoLanguage() {
    String text = TrainingClass.window(any().sentences(), system, random);
    String alphabet = text + TrainingClass.window(any().sentences(), system, random);
    return cipher.write(text, alphabet);
  }

  private TrainingClass any() {
    while (true) {
      TrainingClass one = classes.get(random.nextInt(classes.size()));
      if (!one.sentences().isEmpty()) {
        return one;
      }
    }
  }

  private int[] rows(String text) {
    Grams grams = Grams.of(Letters.of(text), system);
    int[] found = new int[grams.size()];
    for (int at = 0; at < found.length; at++) {
      found[at] = rows.getOrDefault(grams.hash(at), 0);
    }
    return found;
  }

  private float[] probabilities(int[] found) {
    float[] scores = new float[classes.size()];
    for (int row : found) {
      float[] weight = weights[row];
      for (int language = 0; language < scores.length; language++) {
        scores[language] += weight[language];
      }
    }
    float scale = GramTable.scale(found.length);
    float best = Float.NEGATIVE_INFINITY;
    for (int language = 0; language < scores.length; language++) {
      scores[language] *= scale;
      best = Math.max(best, scores[language]);
    }
    float sum = 0;
    for (int language = 0; language < scores.length; language++) {
      scores[language] = (float) Math.exp(scores[language] - best);
      sum += scores[language];
    }
    for (int language = 0; language < scores.length; language++) {
      scores[language] /= sum;
    }
    return scores;
  }

  private void learn(int[] found, int truth, float rate) {
    if (found.length == 0) {
      return;
    }
    float[] wrong = probabilities(found);
    wrong[truth] -= 1;
    float length = 0;
    for (float one : wrong) {
      length += one * one;
    }
    if (length < 1e-5) {
      return;
    }
    float scale = GramTable.scale(found.length);
    for (int row : found) {
      squares[row] += scale * scale * length;
      float step = rate * scale / (float) Math.sqrt(squares[row]);
      float[] weight = weights[row];
      for (int language = 0; language < wrong.length; language++) {
        weight[language] -= step * wrong[language];
      }
    }
  }

  /// The classes without the sentences that are English in fact: people everywhere mix it in.
  List<TrainingClass> withoutEnglish() {
    int english = 0;
    while (!classes.get(english).language().equals("en")) {
      english++;
    }
    List<TrainingClass> clean = new ArrayList<>();
    for (TrainingClass one : classes) {
      List<String[]> kept = new ArrayList<>();
      for (String[] words : one.sentences()) {
        if (one.language().equals("en")
            || probabilities(rows(String.join(" ", words)))[english] < 0.9) {
          kept.add(words);
        }
      }
      int dropped = one.sentences().size() - kept.size();
      System.out.printf("%s: %d English sentences left out%n", one.language(), dropped);
      clean.add(new TrainingClass(one.language(), one.standing(), kept, one.heldOut()));
    }
    return clean;
  }

  /// Prints how sentences never learned from fare: the share right, and the mean surprise in nats.
  void judge(String when) {
    int samples = 400 * classes.size();
    int right = 0;
    int asked = 0;
    double surprise = 0;
    for (int sample = 0; sample < samples; sample++) {
      int truth = sample % classes.size();
      if (classes.get(truth).heldOut().isEmpty()) {
        continue;
      }
      int[] found = rows(sampleOf(truth, true));
      float[] probabilities = probabilities(found);
      int best = 0;
      for (int language = 1; language < probabilities.length; language++) {
        best = probabilities[language] > probabilities[best] ? language : best;
      }
      asked++;
      right += best == truth ? 1 : 0;
      surprise -= Math.log(Math.max(1e-9, probabilities[truth]));
    }
    System.out.printf(
        "%s %s: held-out windows %.2f %% right, %.3f nats%n",
        system, when, 100.0 * right / asked, surprise / asked);
  }
}
