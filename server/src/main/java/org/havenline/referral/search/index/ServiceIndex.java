package org.havenline.referral.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.ControlledRealTimeReopenThread;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.Version;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.search.kept.Changes;
import org.havenline.referral.search.kept.Form;
import org.havenline.referral.search.text.FieldWords;
import org.havenline.referral.search.text.Fields;
import org.jspecify.annotations.Nullable;

/// The index in its folder, followed by searches in near real time. It holds nothing that the
/// directory does not: a broken, missing or old one is made anew at the start.
public final class ServiceIndex implements AutoCloseable {
  /// Raised when documents, words or [org.havenline.referral.eligibility.Fit] change: an index made
  /// another way is made anew.
  private static final int MAKING = 4;

  private static final String MADE = "made";
  private static final String OF = "of";

  /// Changes are seen after this long at most while someone waits for them, seconds.
  private static final double SOON = 0.01;

  /// …and while nobody does.
  private static final double LATE = 0.05;

  private static final double BUFFER_MB = 32;

  /// A search asks each part of the index for each of some hundred words: few parts, fast searches.
  /// The directory changes rarely, so merging them costs little.
  private static final int FEW_PARTS = 3;

  /// Of one service; more are no service.
  private static final int MOST_LOCATIONS = 10_000;

  private final MMapDirectory folder;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final ControlledRealTimeReopenThread<IndexSearcher> reopening;
  private final Refusals refusals;
  private final Changes changes = new Changes();

  private ServiceIndex(Path path, Source source, Refusals refusals) throws IOException {
    this.refusals = refusals;
    this.folder = new MMapDirectory(path);
    this.writer = writer(folder);
    if (!stamps(source.stamp()).equals(committed())) {
      make(source);
    }
    this.searchers = new SearcherManager(writer, new Snapshots());
    this.reopening = new ControlledRealTimeReopenThread<>(writer, searchers, LATE, SOON);
    reopening.setName("service-index");
    reopening.setDaemon(true);
    reopening.start();
  }

  private static IndexWriter writer(MMapDirectory folder) throws IOException {
    try {
      return new IndexWriter(folder, settings());
    } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException e) {
      for (String file : folder.listAll()) {
        folder.deleteFile(file);
      }
      return new IndexWriter(folder, settings());
    }
  }

  private static IndexWriterConfig settings() {
    return new IndexWriterConfig(new FieldWords())
        .setRAMBufferSizeMB(BUFFER_MB)
        .setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(FEW_PARTS))
        .setCommitOnClose(false);
  }

  public static ServiceIndex open(Path folder, Source source) {
    return open(folder, source, Refusals.asFitDecides());
  }

  static ServiceIndex open(Path folder, Source source, Refusals refusals) {
    try {
      return new ServiceIndex(folder, source, refusals);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Puts a service in the place of what was there of it, all its locations at once.
  ///
  /// @param now at each of its locations; empty to remove it
  /// @return what [#await] waits for
  public long replace(ServiceId service, List<ServiceAtLocation> now) {
    var before = new Term(Fields.SERVICE, service.value());
    var documents = now.stream().map(one -> Entry.of(one, refusals)).toList();
    var noted = changes.begin(forms(before, now));
    long generation =
        change(() -> {
          // no documents are not a block of them to Lucene
          if (documents.isEmpty()) {
            writer.deleteDocuments(before);
          } else {
            writer.updateDocuments(before, documents);
          }
        });
    changes.done(noted, generation);
    return generation;
  }

  private List<Form> forms(Term before, List<ServiceAtLocation> now) {
    try (Snapshot.Lease lease = lease()) {
      var snapshot = lease.snapshot();
      List<ServiceAtLocation> both = new ArrayList<>(now);
      for (ScoreDoc was : snapshot.search(new TermQuery(before), MOST_LOCATIONS).scoreDocs) {
        both.add(snapshot.service(was.doc));
      }
      return both.stream().map(one -> new Form(one, Entry.terms(one, refusals))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What changes here.
  public Changes changes() {
    return changes;
  }

  /// How many changes every later [#lease] surely has.
  public long changesSeen() {
    return changes.in(reopening.getSearchingGen());
  }

  /// Until a change is seen by every later search.
  public void await(long change) throws InterruptedException {
    reopening.waitForGeneration(change);
  }

  /// To disk, so that the next start need not make it anew. What is not kept is made anew.
  ///
  /// @param stamp of the directory as it is in here now
  public void keep(String stamp) {
    change(() -> {
      writer.setLiveCommitData(stamps(stamp).entrySet());
      writer.commit();
    });
  }

  public Snapshot.Lease lease() throws IOException {
    Snapshot snapshot = (Snapshot) searchers.acquire();
    return new Snapshot.Lease() {
      @Override
      public Snapshot snapshot() {
        return snapshot;
      }

      @Override
      public void close() throws IOException {
        searchers.release(snapshot);
      }
    };
  }

  @Override
  public void close() {
    try {
      reopening.close();
      searchers.close();
      writer.close();
      folder.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void make(Source source) throws IOException {
    writer.deleteAll();
    String stamp = source.stamp();
    try (Stream<ServiceAtLocation> all = source.all()) {
      for (ServiceAtLocation service : (Iterable<ServiceAtLocation>) all::iterator) {
        writer.addDocument(Entry.of(service, refusals));
      }
    }
    writer.forceMerge(1);
    writer.setLiveCommitData(stamps(stamp).entrySet());
    writer.commit();
  }

  private Map<String, String> committed() {
    Map<String, String> stamps = new HashMap<>();
    Iterable<Map.Entry<String, String>> kept = writer.getLiveCommitData();
    if (kept != null) {
      kept.forEach(one -> stamps.put(one.getKey(), one.getValue()));
    }
    return stamps;
  }

  private static Map<String, String> stamps(String source) {
    return Map.of(MADE, MAKING + " " + Version.LATEST, OF, source);
  }

  private static final class Snapshots extends SearcherFactory {
    private @Nullable Snapshot last;

    @Override
    public synchronized IndexSearcher newSearcher(
        IndexReader reader, @Nullable IndexReader before) {
      Snapshot snapshot = new Snapshot(reader, last);
      last = snapshot;
      return snapshot;
    }
  }

  private interface Change {
    void apply() throws IOException;
  }

  private long change(Change change) {
    try {
      change.apply();
      return writer.getMaxCompletedSequenceNumber();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
