package org.havenline.referral.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.search.text.Fields;
import org.havenline.referral.search.text.Reading;
import org.jspecify.annotations.Nullable;

/// The index as it was at one moment; nothing in it changes.
public final class Snapshot extends IndexSearcher {
  /// In a small directory no word costs anything.
  private static final int FEW_SERVICES = 1_000;

  private static final double COMMON = 1 / 3.0;

  private final long generation;
  private final Reading reading;
  private final int widestKm;
  private final boolean parts;

  /// @param before whose reading is taken over if it still fits
  Snapshot(IndexReader reader, @Nullable Snapshot before) {
    super(reader);
    this.generation = reader instanceof DirectoryReader directory ? directory.getVersion() : 0;
    Set<String> fields = new TreeSet<>();
    for (FieldInfo field : FieldInfos.getMergedFieldInfos(reader)) {
      fields.add(field.name);
    }
    Set<String> languages = suffixes(fields, Fields.TEXT);
    languages.remove(Fields.ANY);
    this.reading =
        before != null && before.reading.languages().equals(languages)
            ? before.reading
            : Reading.of(languages);
    this.parts = fields.contains(Fields.PARTS);
    this.widestKm = widest(reader);
  }

  private static Set<String> suffixes(Set<String> fields, String prefix) {
    return fields.stream()
        .filter(field -> field.startsWith(prefix))
        .map(field -> field.substring(prefix.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static int widest(IndexReader reader) {
    try {
      byte[] widest = PointValues.getMaxPackedValue(reader, Fields.RADIUS);
      return widest == null ? 0 : IntPoint.decodeDimension(widest, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Differs after every change that can be seen.
  public long generation() {
    return generation;
  }

  public Reading reading() {
    return reading;
  }

  /// Whether there is a text that has to be compared by parts of words.
  public boolean hasParts() {
    return parts;
  }

  /// The radius of the widest confidential area, rounded up; 0 without any.
  public int widestKm() {
    return widestKm;
  }

  /// Whether so many services have a word that it tells none of them from the others.
  public boolean isCommon(Term word) {
    try {
      int having = getIndexReader().docFreq(word);
      return having > FEW_SERVICES && having > COMMON * getIndexReader().maxDoc();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param document of the whole index
  public ServiceAtLocation service(int document) throws IOException {
    List<LeafReaderContext> leaves = getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    BinaryDocValues records = DocValues.getBinary(leaf.reader(), Fields.RECORD);
    records.advance(document - leaf.docBase);
    return RecordReader.service(records.binaryValue());
  }

  /// To be given back by closing.
  public interface Lease extends AutoCloseable {
    Snapshot snapshot();

    @Override
    void close() throws IOException;
  }
}
