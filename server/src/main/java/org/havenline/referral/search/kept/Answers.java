package org.havenline.referral.search.kept;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.havenline.referral.search.answer.Found;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.index.Snapshot;

/// Answers of the last minute. A responder's panel asks the same again and again while she talks,
/// and somewhere in the directory a place is taken now and then: an answer is good as long as
/// nothing changed that its search may find, as it was or as it is.
///
/// How rare a word is counts a little in the order of those found by words, and changes with every
/// service; that is not looked after within the minute.
public final class Answers {
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final int MOST_MATCHES = 10_000;

  /// What an answer without matches weighs.
  private static final int EMPTY = 15;

  private final Changes changes;
  private final Cache<Question, Kept> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_MATCHES)
          .weigher((Question question, Kept one) ->
              one.found instanceof Found.Some some ? 1 + some.matches().size() : EMPTY)
          .expireAfterWrite(KEPT)
          .build();

  /// A search, and on what of the index as a whole its reading depends.
  public record Question(Search search, Set<String> languages, boolean parts, int widestKm) {
    public static Question of(Search search, Snapshot snapshot) {
      return new Question(
          search, snapshot.reading().languages(), snapshot.hasParts(), snapshot.widestKm());
    }
  }

  /// @param changes that the index had when it was found
  private record Kept(Found found, long changes) {}

  public Answers(Changes changes) {
    this.changes = changes;
  }

  /// @param words terms of which what it finds must have one; none if it has no words
  public Optional<Found> of(Question question, Supplier<Set<Term>> words) {
    return Optional.ofNullable(kept.getIfPresent(question))
        .filter(one -> isGood(one, question.search(), words))
        .map(Kept::found);
  }

  private boolean isGood(Kept one, Search search, Supplier<Set<Term>> words) {
    Optional<List<Form>> touched = changes.after(one.changes);
    if (touched.filter(List::isEmpty).isPresent()) {
      return true;
    }
    // what explains a none, or reads the words otherwise, rests on more than what is found
    if (touched.isEmpty() || !(one.found instanceof Found.Some some) || some.readAs().isPresent()) {
      return false;
    }
    Set<Term> asked = words.get();
    return touched.get().stream().noneMatch(form -> form.mayBeFound(search, asked));
  }

  /// @param had how many changes the index surely had when it was searched
  public void keep(Question question, Found found, long had) {
    kept.put(question, new Kept(found, had));
  }
}
