package org.havenline.language.training;

import java.util.Arrays;
import org.havenline.language.grams.Grams;

/// How often each gram occurs in one language: an open hash table of ints, so that the grams of
/// sixty languages fit in memory.
final class GramCounts {
  private int[] keys = new int[1 << 16];
  private int[] counts = new int[1 << 16];
  private int used;
  private long total;

  void add(Grams grams) {
    for (int at = 0; at < grams.size(); at++) {
      add(grams.hash(at), 1);
    }
  }

  private void add(int key, int times) {
    if (used > keys.length / 2) {
      grow();
    }
    int slot = slot(key);
    if (counts[slot] == 0) {
      keys[slot] = key;
      used++;
    }
    counts[slot] += times;
    total += times;
  }

  private int slot(int key) {
    int mask = keys.length - 1;
    int slot = key & mask;
    while (counts[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldCounts = counts;
    keys = new int[2 * oldKeys.length];
    counts = new int[2 * oldKeys.length];
    used = 0;
    total = 0;
    for (int at = 0; at < oldKeys.length; at++) {
      if (oldCounts[at] > 0) {
        add(oldKeys[at], oldCounts[at]);
      }
    }
  }

  int count(int key) {
    return counts[slot(key)];
  }

  long total() {
    return total;
  }

  /// The grams seen at least so often.
  int[] keys(int least) {
    int[] found = new int[used];
    int size = 0;
    for (int at = 0; at < keys.length; at++) {
      if (counts[at] >= least) {
        found[size++] = keys[at];
      }
    }
    return Arrays.copyOf(found, size);
  }
}
