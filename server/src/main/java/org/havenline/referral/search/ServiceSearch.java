package org.havenline.referral.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.lucene.search.IndexSearcher;
import org.havenline.referral.directory.ServiceKind;
import org.havenline.referral.search.answer.Facet;
import org.havenline.referral.search.answer.Found;
import org.havenline.referral.search.answer.Town;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.ask.What;
import org.havenline.referral.search.find.Doors;
import org.havenline.referral.search.find.Filters.Leniency;
import org.havenline.referral.search.find.Finder;
import org.havenline.referral.search.find.Finder.Best;
import org.havenline.referral.search.index.ServiceIndex;
import org.havenline.referral.search.index.Snapshot;
import org.havenline.referral.search.kept.Answers;
import org.havenline.referral.search.text.Concepts;
import org.havenline.referral.search.text.Fields;

/// Searches the directory. Blocks for milliseconds; safe for many threads. Nothing of a search is
/// logged, and none is remembered longer than a minute.
public final class ServiceSearch {
  /// Longer texts are no searches.
  public static final int MOST_LETTERS = 300;

  private static final Duration LONGEST = Duration.ofMillis(250);

  private final ServiceIndex index;
  private final Concepts concepts;
  private final Doors doors = new Doors();
  private final LongSupplier nanos;
  private final Spelling spelling = new Spelling();
  private final Answers answers;

  /// @param nanos a clock that only runs, such as `System::nanoTime`
  public ServiceSearch(ServiceIndex index, Concepts concepts, LongSupplier nanos) {
    this.index = index;
    this.concepts = concepts;
    this.nanos = nanos;
    this.answers = new Answers(index.changes());
  }

  public Found find(Search search) {
    String text = search.what().text() + search.what().organization();
    if (text.length() > MOST_LETTERS) {
      return new Found.Refused(
          "The text is longer than " + MOST_LETTERS + " letters", "Search for a few words", false);
    }
    // before the lease: what changes in between is looked at again
    long had = index.changesSeen();
    try (Snapshot.Lease lease = index.lease()) {
      Snapshot snapshot = lease.snapshot();
      Answers.Question question = Answers.Question.of(search, snapshot);
      IndexSearcher searcher = inTime(snapshot);
      Finder finder = new Finder(snapshot, searcher, doors, concepts);
      Optional<Found> known = answers.of(question, () -> finder.words(search));
      if (known.isPresent()) {
        return known.get();
      }
      Found found = find(search, snapshot, finder, searcher);
      if (!(found instanceof Found.Refused)) {
        answers.keep(question, found, had);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How many services there are of each kind, for everything the search asks.
  public List<Facet> kinds(Search search) {
    return facets(Fields.KIND, search);
  }

  /// …and for each language, as [org.havenline.referral.search.text.Tongues] names them.
  public List<Facet> languages(Search search) {
    return facets(Fields.SPOKEN, search);
  }

  /// Where a search may begin.
  public List<Town> towns() {
    try (Snapshot.Lease lease = index.lease()) {
      return Towns.of(lease.snapshot().getIndexReader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param typed the first letters of a word
  /// @param language the responder's, BCP 47
  public List<Suggestion> suggest(String typed, String language) {
    try (Snapshot.Lease lease = index.lease()) {
      String letters = typed.substring(0, Math.min(MOST_LETTERS, typed.length()));
      return Suggestions.of(letters, language, concepts, lease.snapshot());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Found find(Search search, Snapshot snapshot, Finder finder, IndexSearcher searcher)
      throws IOException {
    Set<ServiceKind> named = named(search);
    Best best = finder.best(search);
    Optional<String> readAs = Optional.empty();
    if (best.total() == 0 && named.isEmpty() && !search.what().text().isEmpty()) {
      readAs = spelling.mended(search.what().text(), snapshot.getIndexReader());
      if (readAs.isPresent()) {
        best = finder.best(search.with(reading(search.what(), readAs.get())));
      }
    }
    Matches matches = new Matches(search, named);
    Found found =
        best.total() > 0
            ? new Found.Some(matches.of(best.documents(), snapshot), best.total(), readAs)
            : Nothing.explained(search, finder, matches, snapshot);
    return searcher.timedOut() ? tooLong() : found;
  }

  private List<Facet> facets(String field, Search search) {
    try (Snapshot.Lease lease = index.lease()) {
      IndexSearcher searcher = inTime(lease.snapshot());
      Finder finder = new Finder(lease.snapshot(), searcher, doors, concepts);
      List<Facet> facets = Facets.of(field, finder.query(search, Leniency.NONE), searcher);
      return searcher.timedOut() ? List.of() : facets;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<ServiceKind> named(Search search) {
    return search.what().text().isEmpty() ? Set.of() : concepts.in(search.what().text());
  }

  private IndexSearcher inTime(Snapshot snapshot) {
    IndexSearcher searcher = new IndexSearcher(snapshot.getIndexReader());
    long until = nanos.getAsLong() + LONGEST.toNanos();
    searcher.setTimeout(() -> nanos.getAsLong() - until > 0);
    return searcher;
  }

  private static What reading(What what, String text) {
    return new What(text, what.kinds(), what.organization());
  }

  private static Found tooLong() {
    return new Found.Refused(
        "The search took longer than " + LONGEST.toMillis() + " ms",
        "Search for fewer words, or for a kind of service",
        true);
  }
}
