package org.havenline.language.training;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.havenline.language.grams.Letters;
import org.havenline.language.grams.WritingSystem;

/// One language in one writing system, its sentences as words, a twentieth of them held out.
record TrainingClass(
    String language, float standing, List<String[]> sentences, List<String[]> heldOut) {
  private static final int MOST_LETTERS = 1_400_000;

  static TrainingClass of(
      String language, float standing, List<String> lines, WritingSystem system) {
    List<String[]> sentences = new ArrayList<>();
    List<String[]> heldOut = new ArrayList<>();
    int total = 0;
    for (String line : lines) {
      Letters letters = Letters.of(line);
      int count = letters.count(system);
      if (letters.main() != system || count < 2) {
        continue;
      }
      String[] words = system == WritingSystem.HAN ? characters(letters) : letters.split(system);
      (Noise.heldOut(line) ? heldOut : sentences).add(words);
      total += count;
      if (total > MOST_LETTERS) {
        break;
      }
    }
    return new TrainingClass(language, standing, sentences, heldOut);
  }

  private static String[] characters(Letters letters) {
    return String.join("", letters.split(WritingSystem.HAN)).split("");
  }

  /// A few words in a row, as long as short messages are: from one word to a whole sentence.
  static String window(List<String[]> from, WritingSystem system, RandomGenerator random) {
    String[] words = from.get(random.nextInt(from.size()));
    int[] lengths = {1, 1, 2, 2, 2, 2, 3, 3, 4, 5, 6, 8, 12, 20};
    int length = lengths[random.nextInt(lengths.length)];
    if (system == WritingSystem.HAN) {
      length *= 2;
    }
    length = Math.min(length, words.length);
    int start = random.nextInt(words.length - length + 1);
    String apart = system == WritingSystem.HAN ? "" : " ";
    return String.join(apart, List.of(words).subList(start, start + length));
  }
}
