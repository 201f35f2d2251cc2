package org.havenline.command.directory;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.command.Refused;
import org.havenline.referral.hsds.reading.Reading;
import org.havenline.referral.said.Reasons;
import org.havenline.referral.search.ServiceSearch;
import org.havenline.referral.search.answer.Found;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.index.ServiceIndex;
import org.havenline.referral.stored.Directory;
import org.havenline.referral.stored.StoredServices;
import org.havenline.referral.taxonomy.Taxonomy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `search-services`: services that may take a person.
@Command(
    name = "search-services",
    mixinStandardHelpOptions = true,
    description = {
      "Searches the directory: by words in any language, kind, whom a service takes and what it",
      "demands, distance, places to stay away from, languages and hours. Of each result it says",
      "why it is there and what to ask first; of none, why. Nothing of a search is kept."
    })
public final class SearchServicesCommand implements Runnable {
  @Mixin private final SearchOptions options = new SearchOptions();

  private final PrintStream out;
  private final OpenDirectory open;
  private final Supplier<Path> data;
  private final InstantSource clock;

  /// @param data where the index is for as long as the search takes
  public SearchServicesCommand(
      PrintStream out, OpenDirectory open, Supplier<Path> data, InstantSource clock) {
    this.out = out;
    this.open = open;
    this.data = data;
    this.clock = clock;
  }

  /// @throws Refused when it cannot be searched so
  @Override
  public void run() {
    var taxonomy = Taxonomy.shipped();
    Search search;
    try {
      search = options.search(taxonomy.codes().collect(Collectors.toSet()), clock);
    } catch (IllegalArgumentException e) {
      throw new Refused(List.of(String.valueOf(e.getMessage())));
    }
    open.with(directory -> out.println(said(search, directory, taxonomy)));
  }

  private String said(Search search, Directory directory, Taxonomy taxonomy) {
    var services = new StoredServices(directory, new Reading(options.zone(), taxonomy));
    var folder = newFolder();
    try (var index = ServiceIndex.open(folder, services)) {
      // a clock that stands: a program just started is slower than a server's limit
      var found = new ServiceSearch(index, taxonomy, () -> 0).find(search);
      var report =
          new SearchReport(
              new Reasons(search.when().moment(), options.zone(), UnaryOperator.identity()));
      return switch (found) {
        case Found.Some some -> report.of(some);
        case Found.None none -> report.of(none);
        case Found.Refused(var what, var remedy, _) ->
            throw new Refused(List.of("%s. %s.".formatted(what, remedy)));
      };
    } finally {
      remove(folder);
    }
  }

  /// For its owner alone.
  private Path newFolder() {
    try {
      return Files.createTempDirectory(data.get(), "search");
    } catch (IOException e) {
      throw new Refused(List.of("The data directory cannot be written to. Check its rights."));
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(one);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
