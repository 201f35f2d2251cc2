package org.havenline.referral.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.havenline.referral.search.index.Snapshot;
import org.havenline.referral.search.text.Concepts;
import org.havenline.referral.search.text.Fields;
import org.havenline.referral.search.text.Suggested;
import org.havenline.referral.search.text.Tokens;
import org.jspecify.annotations.Nullable;

/// Kinds first, then organisations that may be offered, by the beginning of any of their words.
final class Suggestions {
  private static final int MOST = 10;

  /// Beginnings looked at in one part of the index: one letter begins thousands.
  private static final int MOST_TERMS = 200;

  private Suggestions() {}

  static List<Suggestion> of(String typed, String language, Concepts concepts, Snapshot snapshot)
      throws IOException {
    String beginning = Tokens.key(typed);
    if (beginning.isEmpty()) {
      return List.of();
    }
    List<Suggestion> all = new ArrayList<>();
    concepts.labels(language).stream()
        .filter(label ->
            Suggested.terms(label.text()).stream().anyMatch(term -> term.startsWith(beginning)))
        .map(label -> new Suggestion.Kind(label.kind(), label.text()))
        .forEach(all::add);
    Set<String> names = new LinkedHashSet<>();
    for (LeafReaderContext part : snapshot.getIndexReader().leaves()) {
      collect(part, new BytesRef(beginning), names);
    }
    names.stream().sorted().map(Suggestion.Organization::new).forEach(all::add);
    return all.subList(0, Math.min(MOST, all.size()));
  }

  private static void collect(LeafReaderContext part, BytesRef beginning, Set<String> names)
      throws IOException {
    Terms terms = Terms.getTerms(part.reader(), Fields.SUGGESTED);
    TermsEnum each = terms.iterator();
    if (each.seekCeil(beginning) == TermsEnum.SeekStatus.END) {
      return;
    }
    int left = MOST_TERMS;
    BytesRef term = each.term();
    while (term != null && left-- > 0 && StringHelper.startsWith(term, beginning)) {
      if (lives(each, part.reader().getLiveDocs())) {
        names.add(Suggested.name(term.utf8ToString()));
      }
      term = each.next();
    }
  }

  /// A deleted service's name stays in the index for a while.
  private static boolean lives(TermsEnum term, @Nullable Bits living) throws IOException {
    if (living == null) {
      return true;
    }
    PostingsEnum documents = term.postings(null, PostingsEnum.NONE);
    int document = documents.nextDoc();
    while (document != DocIdSetIterator.NO_MORE_DOCS && !living.get(document)) {
      document = documents.nextDoc();
    }
    return document != DocIdSetIterator.NO_MORE_DOCS;
  }
}
