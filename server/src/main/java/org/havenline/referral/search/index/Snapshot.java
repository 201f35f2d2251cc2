package org.havenline.referral.search.index;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.havenline.referral.search.text.Fields;
import org.havenline.words.OwnWords;

/// The index as it was at one moment; nothing in it changes.
public final class Snapshot extends IndexSearcher {
  private final long generation;
  private final Set<String> languages;
  private final Set<Integer> radiiKm;
  private final CharArraySet stopWords;

  Snapshot(IndexReader reader) {
    super(reader);
    this.generation = reader instanceof DirectoryReader directory ? directory.getVersion() : 0;
    Set<String> fields = new TreeSet<>();
    for (FieldInfo field : FieldInfos.getMergedFieldInfos(reader)) {
      fields.add(field.name);
    }
    this.languages = suffixes(fields, Fields.TEXT);
    languages.remove(Fields.ANY);
    this.radiiKm =
        suffixes(fields, Fields.AREA).stream().map(Integer::valueOf).collect(Collectors.toSet());
    this.stopWords = OwnWords.stopWords(languages);
  }

  private static Set<String> suffixes(Set<String> fields, String prefix) {
    return fields.stream()
        .filter(field -> field.startsWith(prefix))
        .map(field -> field.substring(prefix.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Differs after every change that can be seen.
  public long generation() {
    return generation;
  }

  /// Languages with words of their own that the directory has texts in.
  public Set<String> languages() {
    return languages;
  }

  /// Of confidential areas, rounded up.
  public Set<Integer> radiiKm() {
    return radiiKm;
  }

  /// Of all languages of the directory.
  public CharArraySet stopWords() {
    return stopWords;
  }

  /// To be given back by closing.
  public interface Lease extends AutoCloseable {
    Snapshot snapshot();

    @Override
    void close() throws IOException;
  }
}
