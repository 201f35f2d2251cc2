package org.havenline.benchmark.solr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.havenline.benchmark.SearchMix;
import org.havenline.benchmark.Stopwatch;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.search.ServiceSearch;
import org.havenline.referral.search.answer.Found;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.index.ServiceIndex;
import org.havenline.referral.search.text.Concepts;
import org.havenline.referral.search.text.Fields;

/// Our own search, with everything it does.
final class Ours implements Engine, AutoCloseable {
  private final ServiceIndex index;
  private final ServiceSearch search;

  Ours(Path folder) {
    this.index = ServiceIndex.open(folder, SearchMix.source());
    this.search = new ServiceSearch(index, Concepts.NONE, Stopwatch::nanos);
  }

  @Override
  public Supplier<Object> ready(Search asked) {
    return () -> search.find(asked);
  }

  @Override
  public Seen read(Object answer) {
    return switch ((Found) answer) {
      // Solr reads no misspelt words
      case Found.Some some when some.readAs().isPresent() -> new Seen(0, Map.of());
      case Found.Some some ->
          new Seen(
              some.total(),
              some.matches().stream()
                  .collect(
                      Collectors.toMap(
                          match -> match.service().id().value(), match -> free(match.service()))));
      case Found.None _ -> new Seen(0, Map.of());
      case Found.Refused refused -> throw new IllegalStateException(refused.what());
    };
  }

  private static String free(ServiceAtLocation service) {
    return service.capacity().map(one -> String.valueOf(one.available())).orElse("");
  }

  /// @return the services that an answer shows
  List<ServiceAtLocation> services(Object answer) {
    return answer instanceof Found.Some some
        ? some.matches().stream().map(match -> match.service()).toList()
        : List.of();
  }

  @Override
  public void replace(ServiceAtLocation service) {
    try {
      index.await(index.replace(service.service(), List.of(service)));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The largest radius of a confidential area that there is.
  int widestKm() throws IOException {
    try (var lease = index.lease()) {
      return lease.snapshot().widestKm();
    }
  }

  /// The words of a text that are not everywhere: the others are not asked for beside them.
  String telling(String text) {
    List<String> all = List.of(text.split(" "));
    try (var lease = index.lease()) {
      var telling =
          all.stream()
              .filter(word -> !lease.snapshot().isCommon(new Term(Fields.TEXT + Fields.ANY, word)))
              .toList();
      return telling.isEmpty() ? text : String.join(" ", telling);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    index.close();
  }
}
