package org.havenline.referral.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.directory.ServiceKind;
import org.havenline.referral.directory.Standing.Vetting;
import org.havenline.referral.search.answer.Found;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.ask.Viewer;
import org.havenline.referral.search.ask.What;
import org.havenline.referral.search.index.ServiceIndex;
import org.havenline.referral.search.index.Source;
import org.havenline.referral.search.text.Concepts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveIndexTest {
  private static final Search ANY = Search.all(Viewer.PERSON, Made.NOW);

  @TempDir private Path folder;

  @Test
  void aChangeIsSeenByTheNextSearchAlthoughTheLastAnswerIsRemembered() throws Exception {
    try (var directory = Directory.of(folder, Made.service("a").named("House"))) {
      Search house = ANY.with(What.words("house"));
      Found before = directory.search.find(house);
      assertThat(directory.search.find(house)).isSameAs(before);

      ServiceAtLocation free = Made.service("a").named("House").free(3, Made.NOW).made();
      directory.index.await(directory.index.replace(free.service(), List.of(free)));

      assertThat(directory.search.find(house)).isNotEqualTo(before);
      directory.index.await(directory.index.replace(free.service(), List.of()));
      assertThat(directory.ids(house)).isEmpty();
    }
  }

  @Test
  void everythingOfARecordComesBackAsItWas() {
    List<ServiceAtLocation> services = new RandomDirectory(5).services(200);
    List<ServiceAtLocation> read = new ArrayList<>();
    try (var directory = new Directory(folder, services, Concepts.NONE)) {
      for (ServiceAtLocation service : services) {
        Search named =
            ANY.with(Viewer.KEEPER)
                .with(new What("", service.kinds(), service.organization()))
                .first(Search.MOST);
        ((Found.Some) directory.search.find(named))
            .matches().stream()
                .map(match -> match.service())
                .filter(found -> found.id().equals(service.id()))
                .forEach(read::add);
      }
    }
    assertThat(read).isEqualTo(services);
  }

  @Test
  void itIsKeptOverAStartAndMadeAnewFromAnotherDirectory() {
    List<ServiceAtLocation> one = Made.all(Made.service("a"));
    ServiceIndex.open(folder, Directory.source("1", one)).close();

    assertThat(found(unread("1"))).containsExactly("a");
    assertThat(found(Directory.source("2", Made.all(Made.service("b"))))).containsExactly("b");
  }

  @Test
  void aChangeThatWasKeptNeedNotBeMadeAnew() {
    try (var index = ServiceIndex.open(folder, Directory.source("1", List.of()))) {
      var one = Made.service("a").made();
      index.replace(one.service(), List.of(one));
      index.keep("2");
    }
    assertThat(found(unread("2"))).containsExactly("a");
  }

  @Test
  void aChangeThatWasNotKeptIsNotTakenForTheStateBeforeIt() {
    try (var index = ServiceIndex.open(folder, Directory.source("1", List.of()))) {
      var one = Made.service("a").made();
      index.replace(one.service(), List.of(one));
    }
    assertThat(found(unread("1"))).isEmpty();
  }

  @Test
  void aLocationThatAServiceLeavesIsFoundNoMore() throws Exception {
    var first = Made.service("a").made();
    var service = first.service();
    try (var directory = new Directory(folder, List.of(first), Concepts.NONE)) {
      var moved = Made.service("b").of(service).made();
      directory.index.await(directory.index.replace(service, List.of(moved)));
      assertThat(directory.ids(ANY)).containsExactly("b");
    }
  }

  @Test
  void aBrokenIndexIsMadeAnew() throws IOException {
    List<ServiceAtLocation> one = Made.all(Made.service("a"));
    ServiceIndex.open(folder, Directory.source("1", one)).close();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(name -> name.toString().contains("segments_")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    assertThat(found(Directory.source("1", one))).containsExactly("a");
  }

  @Test
  void aMisspeltWordIsReadAsItsNeighbourAndSaysSo() {
    try (var directory = Directory.of(folder, Made.service("a").named("Emergency shelter"))) {
      assertThat(directory.search.find(ANY.with(What.words("shelltar"))))
          .isInstanceOfSatisfying(
              Found.Some.class,
              some -> {
                assertThat(some.readAs()).contains("shelter");
                assertThat(Directory.ids(some)).containsExactly("a");
              });
      assertThat(directory.search.find(ANY.with(What.words("blahab"))))
          .isInstanceOf(Found.None.class);
    }
  }

  @Test
  void aWordOfOneLanguageFindsAKindThatIsDescribedInAnother() {
    ServiceKind legal = new ServiceKind("legal.advice");
    Concepts concepts =
        new Concepts() {
          @Override
          public Set<ServiceKind> in(String text) {
            return text.contains("юрист") ? Set.of(legal) : Set.of();
          }

          @Override
          public List<Label> labels(String language) {
            return List.of(new Label(legal, language.equals("uk") ? "Юрист" : "Legal advice"));
          }
        };
    List<ServiceAtLocation> services =
        Made.all(
            Made.service("law").in("es").named("Asesoría jurídica").kind("legal.advice"),
            Made.service("food").in("es").named("Comida"));
    try (var directory = new Directory(folder, services, concepts)) {
      assertThat(directory.ids(ANY.with(What.words("потрібен юрист")))).containsExactly("law");
      assertThat(directory.search.suggest("юр", "uk"))
          .containsExactly(new Suggestion.Kind(legal, "Юрист"));
    }
  }

  @Test
  void organisationsAreSuggestedByAnyWordIfTheyMayBeOffered() {
    try (var directory =
        Directory.of(
            folder,
            Made.service("a").by("House of Hope"),
            Made.service("b").by("Hope & Bread"),
            Made.service("c").by("Hopeless").vetting(Vetting.BARRED))) {
      assertThat(directory.search.suggest("hop", "en"))
          .extracting(Suggestion::text)
          .containsExactly("Hope & Bread", "House of Hope");
    }
  }

  private List<String> found(Source source) {
    try (var index = ServiceIndex.open(folder, source)) {
      var search = new ServiceSearch(index, Concepts.NONE, () -> 0);
      return Directory.ids(search.find(ANY));
    }
  }

  /// A directory that must not be asked for anything but its stamp.
  private static Source unread(String stamp) {
    return new Source() {
      @Override
      public String stamp() {
        return stamp;
      }

      @Override
      public Stream<ServiceAtLocation> all() {
        throw new AssertionError("made anew");
      }
    };
  }
}
