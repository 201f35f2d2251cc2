package org.havenline.referral.search;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.search.answer.Found;
import org.havenline.referral.search.answer.Match;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.index.ServiceIndex;
import org.havenline.referral.search.index.Source;
import org.havenline.referral.search.text.Concepts;

/// A directory of made services, indexed in a folder of its own.
public final class Directory implements AutoCloseable {
  final ServiceIndex index;
  final ServiceSearch search;

  Directory(Path folder, List<ServiceAtLocation> services, Concepts concepts) {
    this.index = ServiceIndex.open(folder, source("1", services));
    this.search = new ServiceSearch(index, concepts, () -> 0);
  }

  static Directory of(Path folder, Made... services) {
    return new Directory(folder, Made.all(services), Concepts.NONE);
  }

  public static Source source(String stamp, List<ServiceAtLocation> services) {
    return new Source() {
      @Override
      public String stamp() {
        return stamp;
      }

      @Override
      public Stream<ServiceAtLocation> all() {
        return services.stream();
      }
    };
  }

  List<String> ids(Search asked) {
    return ids(search.find(asked));
  }

  static List<String> ids(Found found) {
    return found instanceof Found.Some some ? ids(some.matches()) : List.of();
  }

  static List<String> ids(List<Match> matches) {
    return matches.stream().map(match -> match.service().id().value()).toList();
  }

  @Override
  public void close() {
    index.close();
  }
}
