package org.havenline.language.grams;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the grams of one writing system say for or against each of its languages: one row of small
/// weights a gram, their sum over a text the (scaled) logarithm of its likelihood. Row 0 is every
/// gram it does not know.
public final class GramTable {
  /// What the families of unknown languages are called, `und` as BCP 47 says it.
  private static final String UNKNOWN = "und";

  /// The standing of all unknown languages together; a table where they are rarer than that makes
  /// them less likely by so much.
  private static final double UNKNOWN_STANDING = 0.2;

  /// Messages differ more from the training text than its own held-out lines do.
  private static final float CAUTION = 0.9f;

  private final List<String> languages;
  private final float[] standing;

  /// Families of unknown languages (`und/bantu`) are learned apart and answered as one.
  private final boolean[] unknown;

  private final int[] keys;
  private final int[] slots;
  private final byte[] weights;
  private final float unit;

  /// @param keys the hash of each row's gram; that of row 0 is not looked at
  /// @param weights row by row, one byte a language
  /// @param unit what one step of a weight is worth
  public GramTable(
      List<String> languages, float[] standing, int[] keys, byte[] weights, float unit) {
    this.languages = List.copyOf(languages);
    this.standing = standing.clone();
    unknown = new boolean[languages.size()];
    for (int language = 0; language < unknown.length; language++) {
      unknown[language] = languages.get(language).startsWith(UNKNOWN);
    }
    this.keys = keys;
    this.weights = weights;
    this.unit = unit;
    // three quarters full at most
    int size = Integer.highestOneBit(Math.max(8, keys.length * 4 / 3)) * 2;
    slots = new int[size];
    for (int row = 1; row < keys.length; row++) {
      int slot = keys[row] & (size - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (size - 1);
      }
      slots[slot] = row;
    }
  }

  /// How likely each language is before anything is known: one for those a hotline expects, less
  /// for their rarer sisters and for languages that are only there to be told apart.
  public Map<String, Double> standing() {
    Map<String, Double> known = new HashMap<>();
    for (int language = 0; language < standing.length; language++) {
      known.put(unknown[language] ? UNKNOWN : languages.get(language), (double) standing[language]);
    }
    known.computeIfPresent(UNKNOWN, (_, _) -> UNKNOWN_STANDING);
    return known;
  }

  /// The logarithm of each language's likelihood, on a common level.
  public Map<String, Double> logLikelihoods(Grams grams) {
    float[] scores = score(grams);
    Map<String, Double> found = HashMap.newHashMap(scores.length);
    double best = Double.NEGATIVE_INFINITY;
    for (float score : scores) {
      best = Math.max(best, score);
    }
    double strangers = 0;
    for (int language = 0; language < scores.length; language++) {
      if (unknown[language]) {
        strangers += standing[language] * Math.exp(scores[language] - best);
      } else {
        found.put(languages.get(language), scores[language] - best);
      }
    }
    if (strangers > 0) {
      found.put(UNKNOWN, Math.log(strangers / UNKNOWN_STANDING));
    }
    return found;
  }

  int row(int hash) {
    int mask = slots.length - 1;
    for (int slot = hash & mask; ; slot = (slot + 1) & mask) {
      int row = slots[slot];
      if (row == 0 || keys[row] == hash) {
        return row;
      }
    }
  }

  /// Scores that grow with the square root of the text's length: neighbouring grams repeat each
  /// other, so their plain sum would be far too sure (measured: decision 0007).
  private float[] score(Grams grams) {
    int width = languages.size();
    int[] sums = new int[width];
    int size = grams.size();
    for (int at = 0; at < size; at++) {
      int from = row(grams.hash(at)) * width;
      for (int language = 0; language < width; language++) {
        sums[language] += weights[from + language];
      }
    }
    float scale = CAUTION * unit * scale(size);
    float[] scores = new float[width];
    for (int language = 0; language < width; language++) {
      scores[language] = sums[language] * scale;
    }
    return scores;
  }

  public static float scale(int grams) {
    return (float) (2 / Math.sqrt(Math.max(1, grams)));
  }

  public void write(DataOutputStream out) throws IOException {
    out.writeInt(languages.size());
    for (int language = 0; language < languages.size(); language++) {
      out.writeUTF(languages.get(language));
      out.writeFloat(standing[language]);
    }
    out.writeFloat(unit);
    out.writeInt(keys.length);
    for (int key : keys) {
      out.writeInt(key);
    }
    // column by column: neighbours are alike, so the file is smaller
    byte[] columns = new byte[weights.length];
    int width = languages.size();
    for (int row = 0; row < keys.length; row++) {
      for (int language = 0; language < width; language++) {
        columns[language * keys.length + row] = weights[row * width + language];
      }
    }
    out.write(columns);
  }

  public static GramTable read(DataInputStream in) throws IOException {
    int width = in.readInt();
    String[] languages = new String[width];
    float[] standing = new float[width];
    for (int language = 0; language < width; language++) {
      languages[language] = in.readUTF();
      standing[language] = in.readFloat();
    }
    float unit = in.readFloat();
    int rows = in.readInt();
    int[] keys = new int[rows];
    ByteBuffer.wrap(in.readNBytes(4 * rows)).asIntBuffer().get(keys);
    byte[] weights = new byte[rows * width];
    byte[] column = new byte[rows];
    for (int language = 0; language < width; language++) {
      in.readFully(column);
      for (int row = 0; row < rows; row++) {
        weights[row * width + language] = column[row];
      }
    }
    return new GramTable(List.of(languages), standing, keys, weights, unit);
  }
}
