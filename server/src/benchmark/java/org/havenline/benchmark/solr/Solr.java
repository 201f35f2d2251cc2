package org.havenline.benchmark.solr;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.havenline.benchmark.SearchMix;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.search.Made;
import org.havenline.referral.search.ask.Search;
import org.havenline.referral.search.index.SolrEntry;

/// `load-tests/solr` in a class loader of its own: its Lucene is older than ours.
final class Solr implements Engine, AutoCloseable {
  private static final int AT_ONCE = 5_000;

  private final URLClassLoader loader;
  private final AutoCloseable solr;
  private final int widestKm;
  private final UnaryOperator<String> telling;

  /// @param built `target` of `load-tests/solr`
  /// @param home an empty folder
  /// @param widestKm the largest radius of a confidential area that there is
  /// @param telling the words of a text that are asked for
  Solr(Path built, Path home, int widestKm, UnaryOperator<String> telling)
      throws IOException, ReflectiveOperationException {
    this.widestKm = widestKm;
    this.telling = telling;
    List<URL> path = new ArrayList<>(List.of(built.resolve("classes").toUri().toURL()));
    for (String jar : Files.readString(built.resolve("classpath")).split(File.pathSeparator)) {
      path.add(Path.of(jar).toUri().toURL());
    }
    this.loader =
        new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    Thread thread = Thread.currentThread();
    ClassLoader own = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      this.solr =
          (AutoCloseable)
              loader
                  .loadClass("org.havenline.solr.EmbeddedSolr")
                  .getConstructor(Path.class)
                  .newInstance(home);
    } finally {
      thread.setContextClassLoader(own);
    }
    List<Map<String, Object>> some = new ArrayList<>();
    SearchMix.services()
        .forEach(service -> {
          some.add(SolrEntry.of(service, Made.NOW));
          if (some.size() == AT_ONCE) {
            take(some);
            some.clear();
          }
        });
    take(some);
    ((Runnable) solr).run();
  }

  @SuppressWarnings("unchecked")
  private void take(Collection<Map<String, Object>> documents) {
    ((Consumer<Collection<Map<String, Object>>>) solr).accept(documents);
  }

  @Override
  @SuppressWarnings("unchecked")
  public Supplier<Object> ready(Search search) {
    var ask = (Function<Map<String, String[]>, Object>) solr;
    Map<String, String[]> question = SolrQuestion.of(search, widestKm, telling);
    return () -> ask.apply(question);
  }

  @Override
  @SuppressWarnings("unchecked")
  public Seen read(Object answer) {
    var found = (Map.Entry<Long, List<Map<String, Object>>>) answer;
    return new Seen(
        found.getKey(),
        found.getValue().stream()
            .collect(
                Collectors.toMap(
                    one -> (String) one.get("id"),
                    one -> (String) one.getOrDefault("shown_free", ""))));
  }

  @Override
  public void replace(ServiceAtLocation service) {
    take(List.of(SolrEntry.of(service, Made.NOW)));
  }

  @Override
  public void close() throws Exception {
    solr.close();
    loader.close();
  }
}
