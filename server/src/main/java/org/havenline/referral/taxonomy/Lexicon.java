package org.havenline.referral.taxonomy;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.havenline.referral.directory.ServiceKind;
import org.havenline.referral.search.text.Fields;
import org.havenline.referral.search.text.Tokens;
import org.havenline.translations.kinds.KindWords;
import org.havenline.words.AnyScript;
import org.jspecify.annotations.Nullable;

/// What each word, or row of words, of any language stands for. One that two kinds or languages
/// share stands for all of its kinds: a kind too many costs a glance, one too few a service.
final class Lexicon {
  private final Collection<KindWords> languages;
  private volatile @Nullable Meanings known;

  /// Its tables are made with the first text, too.
  private static final class Words {
    static final AnyScript ANY = AnyScript.words();
  }

  /// @param longest of the rows, in words
  private record Meanings(Map<List<String>, Set<ServiceKind>> of, int longest) {}

  Lexicon(Collection<KindWords> languages) {
    this.languages = languages;
  }

  /// Thousands of words are folded when the first text is asked for, not before a server takes its
  /// first message. Two who ask at once may both do so, and get the same.
  private Meanings meanings() {
    Meanings before = known;
    if (before != null) {
      return before;
    }
    Map<List<String>, Set<ServiceKind>> of = new HashMap<>();
    for (KindWords language : languages) {
      language
          .words()
          .forEach((code, all) ->
              all.forEach(words ->
                  of.computeIfAbsent(folded(words), _ -> new HashSet<>())
                      .add(new ServiceKind(code))));
    }
    int longest = of.keySet().stream().mapToInt(List::size).max().orElse(0);
    Meanings made = new Meanings(of, longest);
    known = made;
    return made;
  }

  /// What the whole text is; empty if it is more than one of the rows known.
  Set<ServiceKind> whole(String text) {
    return meanings().of().getOrDefault(folded(text), Set.of());
  }

  /// What stands anywhere in the text; of rows that begin with the same word the longest, so that
  /// "food bank" is no bank.
  Set<ServiceKind> within(String text) {
    Meanings meanings = meanings();
    List<String> words = folded(text);
    Set<ServiceKind> found = new HashSet<>();
    int at = 0;
    while (at < words.size()) {
      int many = Math.min(meanings.longest(), words.size() - at);
      while (many > 0 && !meanings.of().containsKey(words.subList(at, at + many))) {
        many--;
      }
      found.addAll(meanings.of().getOrDefault(words.subList(at, at + many), Set.of()));
      at += Math.max(1, many);
    }
    return found;
  }

  private static List<String> folded(String text) {
    return Tokens.of(Words.ANY, Fields.ANY, text);
  }
}
