package org.havenline.referral.search;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.geo.GeoEncodingUtils;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.havenline.referral.directory.Point;
import org.havenline.referral.search.answer.Town;
import org.havenline.referral.search.text.Fields;

/// The towns of public addresses: a responder types a name, not degrees.
final class Towns {
  private final Map<String, Middle> middles = new TreeMap<>();

  private Towns() {}

  static List<Town> of(IndexReader reader) throws IOException {
    Towns towns = new Towns();
    for (LeafReaderContext part : reader.leaves()) {
      towns.add(part);
    }
    return towns.middles.entrySet().stream()
        .map(one -> new Town(one.getKey(), one.getValue().point()))
        .toList();
  }

  private void add(LeafReaderContext part) throws IOException {
    SortedDocValues names = DocValues.getSorted(part.reader(), Fields.TOWN);
    SortedNumericDocValues spots = DocValues.getSortedNumeric(part.reader(), Fields.SPOT);
    var living = part.reader().getLiveDocs();
    while (names.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      int document = names.docID();
      if ((living == null || living.get(document)) && spots.advanceExact(document)) {
        String name = names.lookupOrd(names.ordValue()).utf8ToString();
        middles.computeIfAbsent(name, _ -> new Middle()).add(spots.nextValue());
      }
    }
  }

  private static final class Middle {
    private double latitudes;
    private double longitudes;
    private int count;

    void add(long spot) {
      latitudes += GeoEncodingUtils.decodeLatitude((int) (spot >> Integer.SIZE));
      longitudes += GeoEncodingUtils.decodeLongitude((int) spot);
      count++;
    }

    Point point() {
      return new Point(latitudes / count, longitudes / count);
    }
  }
}
