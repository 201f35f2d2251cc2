package org.havenline.referral.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.search.PeerCase.Wanted;
import org.havenline.referral.search.ask.Circle;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.text.Concepts;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Cases of two earlier directories, Baltimore's and Ohana. Where they contradict each other, or
/// what a person in danger needs, decision 23 says what was adopted.
class PeerCasesTest {
  /// Put in front by the directory itself. Nothing is here, whoever pays or asks for it: what comes
  /// first is what was named, then what is open, near and free.
  private static final String FEATURED = "feat";

  /// One location with two services is two results here, since she goes to a service.
  private static final String PLACES_NOT_SERVICES = "no duplicates when several services match";

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> allFifty() throws IOException {
    JsonNode suites =
        new ObjectMapper()
            .readTree(Files.readString(SharedFolder.file("referral-cases/cases.json")));
    List<DynamicTest> cases = new ArrayList<>();
    for (JsonNode suite : suites) {
      for (JsonNode one : suite.get("cases")) {
        cases.add(
            DynamicTest.dynamicTest(one.get("id").asText(), () -> holds(new PeerCase(suite, one))));
      }
    }
    assertThat(cases).hasSize(50);
    return cases.stream();
  }

  private void holds(PeerCase one) throws IOException {
    if (one.refused()) {
      assertThatThrownBy(
              () -> Circle.read(one.text("lat_lng", "37.53,-122.3"), one.text("radius", "5")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching(".*(number|latitude,longitude).*");
      return;
    }
    Path own = Files.createTempDirectory(folder, "case");
    List<ServiceAtLocation> services = one.services();
    try (var directory = new Directory(own, services, Concepts.NONE)) {
      Set<String> found = new TreeSet<>();
      List<String> order = new ArrayList<>();
      for (Search search : one.searches()) {
        order.addAll(directory.ids(search));
      }
      order.removeAll(one.left());
      found.addAll(order);
      check(one, order, found);
      if (one.wants(Wanted.SAME_AS)) {
        assertThat(directory.ids(one.words(one.text("same_as", "")))).isEqualTo(order);
      }
    }
  }

  private static void check(PeerCase one, List<String> order, Set<String> found) {
    if (one.wants(Wanted.ORDER)) {
      List<String> wanted = new ArrayList<>(one.list("order"));
      wanted.remove(FEATURED);
      if (!one.id().equals("featured-first-on-empty-query")) {
        assertThat(order.stream().filter(wanted::contains).toList()).isEqualTo(wanted);
      }
      assertThat(found).containsAll(one.list("order"));
    }
    if (one.wants(Wanted.EXACTLY)) {
      assertThat(found).containsExactlyInAnyOrderElementsOf(one.list("exactly"));
    }
    if (one.wants(Wanted.INCLUDE)) {
      assertThat(found).containsAll(one.list("include"));
    }
    if (one.wants(Wanted.EXCLUDE)) {
      assertThat(found).doesNotContainAnyElementsOf(one.list("exclude"));
    }
    if (one.wants(Wanted.FIRST)) {
      assertThat(one.name(order.getFirst())).isEqualTo(one.text("first", ""));
    }
    int wanted = one.number("count", one.number("total", order.size()));
    assertThat(order).hasSize(one.id().equals(PLACES_NOT_SERVICES) ? 2 : wanted);
  }
}
