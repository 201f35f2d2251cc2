package org.havenline.solr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.embedded.EmbeddedSolrServer;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.common.params.ModifiableSolrParams;

/// One core of embedded Solr.
///
/// As a function it answers a query, given as Solr's parameters: how many documents it finds, and
/// the fields of the first of them. As a consumer it takes documents, each by its fields, in the
/// place of what it had of the same `id`; they are found when it returns.
@SuppressWarnings("overloads") // nobody chains the two
public final class EmbeddedSolr
    implements Function<Map<String, String[]>, Map.Entry<Long, List<Map<String, Object>>>>,
        Consumer<Collection<Map<String, Object>>>,
        Runnable,
        AutoCloseable {
  private static final String CORE = "services";
  private static final List<String> FILES =
      List.of(
          "solr.xml",
          "services/core.properties",
          "services/conf/solrconfig.xml",
          "services/conf/schema.xml");

  private final EmbeddedSolrServer solr;

  /// @param home an empty folder
  public EmbeddedSolr(Path home) throws IOException {
    for (String file : FILES) {
      Path copy = home.resolve(file);
      Files.createDirectories(Objects.requireNonNull(copy.getParent()));
      try (InputStream own = EmbeddedSolr.class.getResourceAsStream("/home/" + file)) {
        Files.copy(Objects.requireNonNull(own), copy);
      }
    }
    this.solr = new EmbeddedSolrServer(home, CORE);
  }

  @Override
  public Map.Entry<Long, List<Map<String, Object>>> apply(Map<String, String[]> query) {
    try {
      var found = solr.query(new ModifiableSolrParams(query)).getResults();
      List<Map<String, Object>> first = new ArrayList<>(found.size());
      for (SolrDocument one : found) {
        first.add(one);
      }
      return Map.entry(found.getNumFound(), first);
    } catch (SolrServerException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void accept(Collection<Map<String, Object>> documents) {
    List<SolrInputDocument> all = new ArrayList<>();
    for (Map<String, Object> one : documents) {
      SolrInputDocument document = new SolrInputDocument();
      one.forEach(document::addField);
      all.add(document);
    }
    try {
      solr.add(all);
      solr.commit(true, true, true);
    } catch (SolrServerException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void run() {
    try {
      solr.optimize();
    } catch (SolrServerException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    solr.close();
  }
}
