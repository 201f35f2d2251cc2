package org.havenline.language.grams;

import java.util.Arrays;

/// The features of a text: hashes of the runs of one to five characters within a word, its edges
/// being characters too, and of every longer word as a whole.
public final class Grams {
  private static final int LONGEST = 5;

  private int[] hashes = new int[256];
  private int size;

  private Grams() {}

  /// The grams of the text's main writing system.
  public static Grams of(Letters letters, WritingSystem system) {
    Grams grams = new Grams();
    Words words = letters.words(system);
    grams.collect(words.chars, words.length, system.spaced() ? LONGEST : 3);
    return grams;
  }

  public int size() {
    return size;
  }

  public int hash(int at) {
    return hashes[at];
  }

  private void collect(char[] text, int length, int longest) {
    for (int from = 1; from < length; from++) {
      long hash = 0;
      int stop = Math.min(length, from + longest);
      int at = from;
      while (at < stop) {
        char c = text[at++];
        hash = (hash + c + 1) * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 29;
        boolean edge = c == ' ';
        if (!(edge && at == from + 1)) {
          add(hash);
        }
        if (edge && at > from + 1) {
          break;
        }
      }
      if (text[from] == ' ' && at == stop && text[at - 1] != ' ') {
        wholeWord(text, length, at, hash);
      }
    }
  }

  private void wholeWord(char[] text, int length, int from, long start) {
    long hash = start;
    for (int at = from; at < length; at++) {
      hash = (hash + text[at] + 1) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
      if (text[at] == ' ') {
        add(hash);
        return;
      }
    }
  }

  private void add(long hash) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * size);
    }
    int folded = (int) (hash >>> 32);
    // zero marks an empty slot of the table
    hashes[size++] = folded == 0 ? 1 : folded;
  }
}
