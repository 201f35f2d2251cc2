package org.havenline.referral.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.directory.ServiceKind;
import org.havenline.referral.search.Sample;
import org.havenline.referral.search.ServiceSearch;
import org.havenline.referral.search.answer.Found;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.ask.Viewer;
import org.havenline.referral.search.ask.What;
import org.havenline.referral.search.index.ServiceIndex;
import org.havenline.referral.search.index.Source;
import org.havenline.referral.taxonomy.Taxonomy;
import org.havenline.translations.kinds.ServiceKinds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The words for kinds of service, in all languages they are written in, against the sample
/// directory, whose texts are English, Spanish and Portuguese.
class AcrossLanguagesTest {
  private static final ServiceKinds KINDS = ServiceKinds.shipped();

  /// Searching for all words takes minutes: `-Dhavenline.words.every=1`.
  private static final int EVERY = Integer.getInteger("havenline.words.every", 8);

  private static final List<Word> WORDS = some(EVERY);
  private static final int FIRST = 5;

  /// By day, when most are open, and at night, when few are and those that are push ahead.
  private static final List<Instant> MOMENTS =
      List.of(Instant.parse("2026-12-01T16:00:00Z"), Instant.parse("2026-12-02T07:30:00Z"));

  @TempDir private Path folder;

  private record Word(String language, String kind, String text) {}

  @Test
  void aWordOfAnyLanguageFindsTheRightKindAmongTheFirstFive() {
    var taxonomy = new Taxonomy(KINDS);
    try (var index = ServiceIndex.open(folder, source(Sample.services(taxonomy)))) {
      for (var moment : MOMENTS) {
        var missed = missed(new ServiceSearch(index, taxonomy, () -> 0), moment, WORDS);
        double found = 1 - (double) missed.size() / WORDS.size();
        System.out.printf(
            "across languages, %s: %d words of %d languages, right kind within the first %d: %.4f%n"
                + "  missed %s%n",
            moment, WORDS.size(), KINDS.byLanguage().size(), FIRST, found, missed);
        assertThat(found).isGreaterThanOrEqualTo(0.95);
      }
    }
  }

  @Test
  void withoutTheWordsForKindsItWouldFail() {
    // fewer are enough: explaining why nothing is there takes its time
    var some = some(80);
    var bare = new Taxonomy(new ServiceKinds(KINDS.kinds(), Map.of()));
    try (var index = ServiceIndex.open(folder, source(Sample.services(new Taxonomy(KINDS))))) {
      var missed = missed(new ServiceSearch(index, bare, () -> 0), MOMENTS.getFirst(), some);
      double found = 1 - (double) missed.size() / some.size();
      System.out.printf("across languages without the words for kinds: %.4f%n", found);
      assertThat(found).isLessThan(0.95);
    }
  }

  private static List<Word> missed(ServiceSearch search, Instant moment, List<Word> words) {
    return words.stream()
        .filter(word -> {
          var asked = Search.all(Viewer.PERSON, moment).with(What.words(word.text())).first(FIRST);
          return !(search.find(asked) instanceof Found.Some some)
              || some.matches().stream()
                  .noneMatch(
                      match -> match.service().kinds().contains(new ServiceKind(word.kind())));
        })
        .toList();
  }

  /// Of each language one word in so many.
  private static List<Word> some(int every) {
    var all = words();
    return IntStream.range(0, all.size()).filter(i -> i % every == 0).mapToObj(all::get).toList();
  }

  private static List<Word> words() {
    return KINDS.byLanguage().entrySet().stream()
        .flatMap(language ->
            language.getValue().words().entrySet().stream()
                .flatMap(kind ->
                    kind.getValue().stream()
                        .map(text -> new Word(language.getKey(), kind.getKey(), text))))
        .toList();
  }

  private static Source source(List<ServiceAtLocation> services) {
    return new Source() {
      @Override
      public String stamp() {
        return "1";
      }

      @Override
      public Stream<ServiceAtLocation> all() {
        return services.stream();
      }
    };
  }
}
