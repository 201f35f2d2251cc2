package org.havenline.referral.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.directory.ServiceKind;
import org.havenline.referral.search.Made;
import org.havenline.referral.search.ServiceSearch;
import org.havenline.referral.search.answer.Found;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.ask.Viewer;
import org.havenline.referral.search.ask.What;
import org.havenline.referral.search.index.ServiceIndex;
import org.havenline.referral.search.index.Source;
import org.havenline.referral.search.text.Concepts;
import org.havenline.translations.kinds.ServiceKinds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaxonomyTest {
  private static final ServiceKinds KINDS = ServiceKinds.shipped();
  private static final Taxonomy TAXONOMY = new Taxonomy(KINDS);
  private static final List<String> TEXTS = List.of("en", "es", "ar");
  private static final int FIRST = 5;

  /// Searching for all words takes minutes: `-Dhavenline.words.every=1`.
  private static final int EVERY = Integer.getInteger("havenline.words.every", 8);

  @TempDir private Path folder;

  private record Word(String language, String kind, String text) {}

  @Test
  void everyWordOfEveryLanguageNamesItsKind() {
    assertThat(words())
        .hasSizeGreaterThan(1_000)
        .allSatisfy(word -> assertThat(TAXONOMY.in(word.text())).contains(kind(word.kind())));
  }

  @Test
  void wordsAreFoundInsideASentenceHoweverTheyAreWritten() {
    assertThat(TAXONOMY.in("she needs a LAWYER tonight")).containsExactly(kind("legal"));
    assertThat(TAXONOMY.in("food bank please")).containsExactly(kind("food"));
    assertThat(TAXONOMY.in("qwxyz")).isEmpty();
    assertThat(TAXONOMY.in("")).isEmpty();
  }

  @Test
  void ofADirectorysOwnTermsWholeOnesAndCodesCount() {
    assertThat(TAXONOMY.of(Set.of("103-01", "Lawyer")))
        .containsExactlyInAnyOrder(kind("shelter"), kind("legal"));
    assertThat(TAXONOMY.of(Set.of("Lawyers and shelter news", "103x", "999-01"))).isEmpty();
  }

  @Test
  void labelsAreThoseOfTheLanguageOrElseEnglish() {
    assertThat(TAXONOMY.labels("xh")).isEqualTo(TAXONOMY.labels("en")).hasSize(32);
    assertThat(TAXONOMY.labels("zh-TW"))
        .isEqualTo(TAXONOMY.labels("zh-Hant"))
        .isNotEqualTo(TAXONOMY.labels("zh"));
    assertThat(TAXONOMY.labels("fil")).isEqualTo(TAXONOMY.labels("tl"));
    assertThat(TAXONOMY.labels("es-MX")).isEqualTo(TAXONOMY.labels("es"));
    assertThat(TAXONOMY.labels("es")).isNotEqualTo(TAXONOMY.labels("en"));
  }

  /// One service for each kind, known as that by its own category; the texts in three languages.
  @Test
  void aWordOfAnyLanguageFindsServicesWrittenInAnother() {
    List<ServiceAtLocation> services = new ArrayList<>();
    for (int i = 0; i < KINDS.kinds().size(); i++) {
      services.add(service(KINDS.kinds().get(i).code(), TEXTS.get(i % TEXTS.size())));
    }
    try (var index = ServiceIndex.open(folder, source(services))) {
      double with = share(new ServiceSearch(index, TAXONOMY, () -> 0));
      double without = share(new ServiceSearch(index, Concepts.NONE, () -> 0));
      System.out.printf(
          "across languages: %d words, right kind within the first %d: %.4f; without concepts"
              + " %.4f%n",
          some().size(), FIRST, with, without);
      assertThat(with).isGreaterThanOrEqualTo(0.95);
      assertThat(without).isLessThan(0.2);
    }
  }

  private static double share(ServiceSearch search) {
    List<Word> missed = new ArrayList<>();
    var words = some();
    for (Word word : words) {
      var asked = Search.all(Viewer.PERSON, Made.NOW).with(What.words(word.text())).first(FIRST);
      boolean right =
          search.find(asked) instanceof Found.Some some
              && some.matches().stream()
                  .anyMatch(match -> match.service().kinds().contains(kind(word.kind())));
      if (!right) {
        missed.add(word);
      }
    }
    return 1 - (double) missed.size() / words.size();
  }

  /// Of each language one in so many.
  private static List<Word> some() {
    var all = words();
    return IntStream.range(0, all.size()).filter(i -> i % EVERY == 0).mapToObj(all::get).toList();
  }

  private static ServiceAtLocation service(String code, String language) {
    var label = Objects.requireNonNull(KINDS.byLanguage().get(language)).label(code);
    var kinds = TAXONOMY.of(Set.of(label)).stream().map(ServiceKind::code).toArray(String[]::new);
    return Made.service(code).in(language).named(label).terms(label).kind(kinds).made();
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

  private static ServiceKind kind(String code) {
    return new ServiceKind(code);
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
