package org.havenline.referral.taxonomy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.havenline.referral.directory.ServiceKind;
import org.havenline.referral.search.text.Fields;
import org.havenline.referral.search.text.Tokens;
import org.havenline.words.AnyScript;

/// What each word, or row of words, of any language stands for. One that two kinds or languages
/// share stands for all of its kinds: a kind too many costs a glance, one too few a service.
final class Lexicon {
  private static final AnyScript WORDS = AnyScript.words();

  private final Map<List<String>, Set<ServiceKind>> meanings = new HashMap<>();
  private int longest;

  void add(String words, ServiceKind kind) {
    List<String> row = folded(words);
    meanings.computeIfAbsent(row, _ -> new HashSet<>()).add(kind);
    longest = Math.max(longest, row.size());
  }

  /// What the whole text is; empty if it is more than one of the rows known.
  Set<ServiceKind> whole(String text) {
    return meanings.getOrDefault(folded(text), Set.of());
  }

  /// What stands anywhere in the text; of rows that begin with the same word the longest, so that
  /// "food bank" is no bank.
  Set<ServiceKind> within(String text) {
    List<String> words = folded(text);
    Set<ServiceKind> found = new HashSet<>();
    int at = 0;
    while (at < words.size()) {
      int many = Math.min(longest, words.size() - at);
      while (many > 0 && !meanings.containsKey(words.subList(at, at + many))) {
        many--;
      }
      found.addAll(meanings.getOrDefault(words.subList(at, at + many), Set.of()));
      at += Math.max(1, many);
    }
    return found;
  }

  private static List<String> folded(String text) {
    return Tokens.of(WORDS, Fields.ANY, text);
  }
}
