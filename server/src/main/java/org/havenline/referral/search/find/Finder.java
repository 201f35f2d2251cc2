package org.havenline.referral.search.find;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.Weight;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.find.Filters.Leniency;
import org.havenline.referral.search.index.Snapshot;
import org.havenline.referral.search.text.Concepts;
import org.havenline.referral.search.text.SameWords;

/// One search in one state of the index.
public final class Finder {
  /// Where words are asked for, so many of the best are looked at more closely.
  private static final int CLOSER = 100;

  private final Snapshot snapshot;
  private final IndexSearcher searcher;
  private final Doors doors;
  private final Concepts concepts;
  private final TextQuery texts;

  /// To explain a none, the same words are asked a dozen times.
  private final Map<String, Query> matching = new HashMap<>();

  public record Best(List<Ranked> documents, int total) {}

  /// @param searcher of the snapshot's index, which may stop in time
  public Finder(Snapshot snapshot, IndexSearcher searcher, Doors doors, Concepts concepts) {
    this.snapshot = snapshot;
    this.searcher = searcher;
    this.doors = doors;
    this.concepts = concepts;
    this.texts = new TextQuery(snapshot);
  }

  public Query query(Search search, Leniency leniency) {
    Query words = matching.computeIfAbsent(search.what().text(), this::matching);
    return Filters.around(words, search, leniency, snapshot, doors);
  }

  /// All terms of which what the search's words find has one; none if it has no words.
  public Set<Term> words(Search search) {
    Set<Term> words = new HashSet<>();
    matching
        .computeIfAbsent(search.what().text(), this::matching)
        .visit(QueryVisitor.termCollector(words));
    return words;
  }

  private Query matching(String text) {
    if (text.isEmpty()) {
      return new MatchAllDocsQuery();
    }
    try {
      return new SameWords(searcher.rewrite(texts.matching(text, concepts.in(text))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean any(Search search, Leniency leniency) throws IOException {
    Query first = new ConstantScoreQuery(query(search, leniency));
    return searcher.search(first, new TopScoreDocCollectorManager(1, 1)).scoreDocs.length > 0;
  }

  public Best best(Search search) throws IOException {
    boolean words = !search.what().text().isEmpty();
    int keep = words ? Math.max(CLOSER, search.limit()) : search.limit();
    Ranking ranking = searcher.search(query(search, Leniency.NONE), new One(search, keep));
    List<Ranked> best = words ? closer(ranking.best(), search) : ranking.best();
    return new Best(best.subList(0, Math.min(search.limit(), best.size())), ranking.total());
  }

  private List<Ranked> closer(List<Ranked> found, Search search) throws IOException {
    Query closer = searcher.rewrite(texts.closer(search.what().text()));
    Weight weight = searcher.createWeight(closer, ScoreMode.COMPLETE, 1);
    Map<Integer, List<Ranked>> byPart = new HashMap<>();
    List<LeafReaderContext> parts = searcher.getIndexReader().leaves();
    found.forEach(one ->
        byPart
            .computeIfAbsent(ReaderUtil.subIndex(one.document(), parts), part -> new ArrayList<>())
            .add(one));
    List<Ranked> sorted = new ArrayList<>();
    for (var part : byPart.entrySet()) {
      LeafReaderContext leaf = parts.get(part.getKey());
      part.getValue().sort(Comparator.comparingInt(Ranked::document));
      Scorer scorer = weight.scorer(leaf);
      for (Ranked one : part.getValue()) {
        sorted.add(scorer == null ? one : one.closer(score(scorer, one.document() - leaf.docBase)));
      }
    }
    sorted.sort(Comparator.naturalOrder());
    return sorted;
  }

  private static double score(Scorer scorer, int document) throws IOException {
    int at = scorer.docID();
    if (at < document) {
      at = scorer.iterator().advance(document);
    }
    return at == document ? scorer.score() : 0;
  }

  /// The whole index in one go, on the caller's thread.
  private final class One implements CollectorManager<Ranking, Ranking> {
    private final Ranking ranking;

    One(Search search, int keep) {
      this.ranking = new Ranking(search, doors, keep);
    }

    @Override
    public Ranking newCollector() {
      return ranking;
    }

    @Override
    public Ranking reduce(Collection<Ranking> one) {
      return ranking;
    }
  }
}
