package org.havenline.referral.search.find;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.havenline.referral.directory.ServiceKind;
import org.havenline.referral.search.index.Snapshot;
import org.havenline.referral.search.text.Fields;
import org.havenline.referral.search.text.Reading;
import org.havenline.referral.search.text.Tokens;

/// What a text asks of the index. Each language of the directory reads it by its own rules, and all
/// of them by none: the best of these counts, so a text is found in whatever language it is asked.
final class TextQuery {
  /// One exact name outweighs any text: scores of these stay below a step.
  static final double NAMED_STEP = 1_000;

  /// Of three words or more, two have to be there. Of two, one: people type names halfway.
  private static final int FEW = 2;

  /// More words make no search better, and cost.
  private static final int MOST_WORDS = 24;

  private static final int MOST_PARTS = 48;

  private static final float ANY_SCRIPT = 0.5f;
  private static final float PARTS = 0.3f;
  private static final float TIE = 0.1f;
  private static final float TITLE = 0.4f;
  private static final float KIND = 6;
  private static final float BESIDE = 0.2f;
  private static final float ABOUT = 0.2f;
  private static final float TERMS = 0.3f;

  /// Words this far apart still belong together.
  private static final int SLOP = 4;

  private final Snapshot snapshot;
  private final Reading reading;

  private final Map<Read, List<String>> read = new HashMap<>();

  private record Read(String language, String text) {}

  TextQuery(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.reading = snapshot.reading();
  }

  /// What is found.
  ///
  /// @param kinds that the text names
  Query matching(String text, Set<ServiceKind> kinds) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    any.add(new DisjunctionMaxQuery(inEachLanguage(text), TIE), Occur.SHOULD);
    any.add(named(text), Occur.SHOULD);
    for (ServiceKind kind : kinds) {
      Query of = new ConstantScoreQuery(term(Fields.KIND, kind.code()));
      any.add(new BoostQuery(of, KIND), Occur.SHOULD);
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(any.build(), Occur.MUST);
    languages()
        .forEach(language ->
            all.add(boosted(bag(Fields.NAME + language, text, 1), TITLE), Occur.SHOULD));
    return all.build();
  }

  /// What puts the best of these in order: words that stand together, and where they stand.
  Query closer(String text) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    languages()
        .forEach(language -> {
          if (!language.equals(Fields.ANY) || snapshot.hasParts()) {
            all.add(boosted(together(Fields.TEXT + language, text), BESIDE), Occur.SHOULD);
          }
          all.add(boosted(bag(Fields.ABOUT + language, text, 1), ABOUT), Occur.SHOULD);
        });
    all.add(boosted(bag(Fields.TERMS, text, 1), TERMS), Occur.SHOULD);
    if (snapshot.hasParts()) {
      all.add(boosted(partsOf(text, false), PARTS), Occur.SHOULD);
    }
    return all.build();
  }

  private Stream<String> languages() {
    return Stream.concat(reading.languages().stream(), Stream.of(Fields.ANY));
  }

  private List<Query> inEachLanguage(String text) {
    List<Query> each = new ArrayList<>();
    for (String language : reading.languages()) {
      each.add(bag(Fields.TEXT + language, text, FEW));
    }
    each.add(boosted(bag(Fields.TEXT + Fields.ANY, text, FEW), ANY_SCRIPT));
    if (snapshot.hasParts()) {
      each.add(boosted(partsOf(text, true), PARTS));
    }
    return each;
  }

  private static Query named(String text) {
    String key = Tokens.key(text);
    return new DisjunctionMaxQuery(
        List.of(
            exactly(Fields.EXACT_ORGANIZATION, key, 3),
            exactly(Fields.EXACT_NAME, key, 2),
            exactly(Fields.EXACT_TERM, key, 1)),
        0);
  }

  private static Query exactly(String field, String key, int steps) {
    return boosted(new ConstantScoreQuery(term(field, key)), (float) NAMED_STEP * steps);
  }

  /// Any of the words, or `few` of them where there are more than that.
  private Query bag(String field, String text, int few) {
    Set<String> distinct = telling(field, tokens(field, text));
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    distinct.stream().limit(MOST_WORDS).forEach(word -> any.add(term(field, word), Occur.SHOULD));
    return any.setMinimumNumberShouldMatch(distinct.size() > FEW ? few : 1).build();
  }

  /// Beside other words, those that are everywhere tell nothing, and cost the most.
  private Set<String> telling(String field, List<String> all) {
    Set<String> telling = new LinkedHashSet<>(all);
    telling.removeIf(word -> snapshot.isCommon(new Term(field, word)));
    return telling.isEmpty() ? new LinkedHashSet<>(all) : telling;
  }

  /// @param half whether half of the parts have to be there, for one word as for ten
  private Query partsOf(String text, boolean half) {
    Set<String> distinct = new LinkedHashSet<>(Tokens.of(reading.parts(), Fields.PARTS, text));
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    distinct.stream()
        .limit(MOST_PARTS)
        .forEach(part -> any.add(term(Fields.PARTS, part), Occur.SHOULD));
    int most = Math.min(distinct.size(), MOST_PARTS);
    return any.setMinimumNumberShouldMatch(half ? (most + 1) / 2 : 1).build();
  }

  private Query together(String field, String text) {
    List<String> all = tokens(field, text);
    BooleanQuery.Builder pairs = new BooleanQuery.Builder();
    for (int at = 0; at + 1 < Math.min(all.size(), MOST_WORDS); at++) {
      if (!all.get(at).equals(all.get(at + 1))) {
        pairs.add(new PhraseQuery(SLOP, field, all.get(at), all.get(at + 1)), Occur.SHOULD);
      }
    }
    return pairs.build();
  }

  /// Fields of one language read a text alike.
  private List<String> tokens(String field, String text) {
    String language = field.substring(field.indexOf('.') + 1);
    return read.computeIfAbsent(
        new Read(language, text),
        any ->
            Tokens.of(
                language.equals(Fields.ANY) ? reading.telling() : reading.own(), field, text));
  }

  private static Query term(String field, String value) {
    return new TermQuery(new Term(field, value));
  }

  private static Query boosted(Query query, float boost) {
    return new BoostQuery(query, boost);
  }
}
