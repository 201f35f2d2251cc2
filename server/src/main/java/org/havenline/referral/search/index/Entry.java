package org.havenline.referral.search.index;

import static org.apache.lucene.document.Field.Store.NO;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.havenline.referral.directory.Place;
import org.havenline.referral.directory.Point;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.directory.ServiceKind;
import org.havenline.referral.directory.Standing;
import org.havenline.referral.directory.Standing.Vetting;
import org.havenline.referral.search.ask.Speech;
import org.havenline.referral.search.text.FieldWords;
import org.havenline.referral.search.text.Fields;
import org.havenline.referral.search.text.Suggested;
import org.havenline.referral.search.text.Tokens;
import org.havenline.referral.search.text.Tongues;
import org.havenline.words.OwnWords;

/// One service as a document of the index.
final class Entry {
  private static final FieldWords WORDS = new FieldWords();

  private final Document document = new Document();
  private final ServiceAtLocation service;

  private Entry(ServiceAtLocation service) {
    this.service = service;
  }

  static Document of(ServiceAtLocation service, Refusals refusals) {
    Entry entry = new Entry(service);
    entry.words();
    entry.names();
    entry.place();
    entry.filters();
    entry.columns();
    entry.refused(refusals.of(service.eligibility()));
    return entry.document;
  }

  /// All words and names in the document of a service, each with its field.
  static Set<Term> terms(ServiceAtLocation service, Refusals refusals) {
    Set<Term> terms = new HashSet<>();
    for (IndexableField field : of(service, refusals)) {
      String text = field.stringValue();
      if (text != null) {
        if (field.fieldType().tokenized()) {
          Tokens.of(WORDS, field.name(), text)
              .forEach(word -> terms.add(new Term(field.name(), word)));
        } else {
          terms.add(new Term(field.name(), text));
        }
      }
    }
    return terms;
  }

  private void words() {
    terms(service.name().in(), Fields.NAME);
    terms(service.description().in(), Fields.ABOUT);
    Set<String> languages = new HashSet<>(service.name().in().keySet());
    languages.addAll(service.description().in().keySet());
    languages.addAll(service.remarks().in().keySet());
    for (String language : languages) {
      all(language, allText(language));
    }
    text(Fields.ORGANIZATION, service.organization());
    service.terms().forEach(term -> text(Fields.TERMS, term));
  }

  private void terms(Map<String, String> wording, String field) {
    wording.forEach((language, words) -> {
      String first = Speech.first(language);
      text(field + (OwnWords.known(first) ? first : Fields.ANY), words);
    });
  }

  private void all(String language, List<String> texts) {
    String first = Speech.first(language);
    for (String one : texts) {
      if (OwnWords.known(first)) {
        text(Fields.TEXT + first, one);
      }
      text(Fields.TEXT + Fields.ANY, one);
      if (OwnWords.needsParts(first)) {
        text(Fields.PARTS, one);
      }
    }
  }

  private List<String> allText(String language) {
    return List.of(
        service.name().in().getOrDefault(language, ""),
        service.organization(),
        String.join(". ", service.terms().stream().sorted().toList()),
        service.description().in().getOrDefault(language, ""),
        service.remarks().in().getOrDefault(language, ""));
  }

  private void names() {
    term(Fields.EXACT_ORGANIZATION, Tokens.key(service.organization()));
    keys(Fields.EXACT_NAME, service.name().in().values());
    keys(Fields.EXACT_TERM, service.terms());
    boolean offered =
        service.standing().status() == Standing.Status.ACTIVE
            && service.standing().vetting() == Vetting.VETTED;
    if (offered) {
      Suggested.terms(service.organization()).forEach(term -> term(Fields.SUGGESTED, term));
    }
  }

  private void keys(String field, Collection<String> texts) {
    texts.stream().map(Tokens::key).distinct().forEach(key -> term(field, key));
  }

  private void place() {
    switch (service.place()) {
      case Place.At at -> {
        spot(at.point());
        if (!at.town().isEmpty()) {
          document.add(new SortedDocValuesField(Fields.TOWN, new BytesRef(at.town())));
        }
        term(Fields.PLACE, "at");
      }
      case Place.Area area -> {
        spot(area.centre());
        document.add(new IntPoint(Fields.RADIUS, Profile.radiusKm(area)));
        term(Fields.PLACE, "area");
      }
      case Place.Remote remote -> term(Fields.PLACE, "remote");
      case Place.NotSaid notSaid -> term(Fields.PLACE, "not said");
    }
  }

  private void spot(Point point) {
    document.add(new LatLonPoint(Fields.POINT, point.latitude(), point.longitude()));
    document.add(new LatLonDocValuesField(Fields.SPOT, point.latitude(), point.longitude()));
  }

  private void filters() {
    term(Fields.ID, service.id().value());
    term(Fields.SERVICE, service.service().value());
    term(Fields.STATUS, service.standing().status().name());
    term(Fields.VETTING, service.standing().vetting().name());
    Set<String> kinds = new HashSet<>();
    for (ServiceKind kind : service.kinds()) {
      for (int dot = kind.code().indexOf('.'); dot > 0; dot = kind.code().indexOf('.', dot + 1)) {
        kinds.add(kind.code().substring(0, dot));
      }
      kinds.add(kind.code());
    }
    kinds.forEach(kind -> both(Fields.KIND, kind));
    Tongues.terms(service.spoken()).forEach(term -> both(Fields.SPOKEN, term));
  }

  private void columns() {
    document.add(new NumericDocValuesField(Fields.PROFILE, Profile.of(service).bits()));
    document.add(
        new BinaryDocValuesField(Fields.RECORD, new BytesRef(RecordWriter.write(service))));
    if (!service.schedules().isEmpty()) {
      BytesRef schedules = new BytesRef(RecordWriter.write(service.schedules()));
      document.add(new SortedDocValuesField(Fields.SCHEDULES, schedules));
    }
  }

  private void refused(long[] columns) {
    for (int at = 0; at < columns.length; at++) {
      document.add(new NumericDocValuesField(Refusals.column(at), columns[at]));
    }
  }

  private void both(String field, String term) {
    term(field, term);
    document.add(new SortedSetDocValuesField(field, new BytesRef(term)));
  }

  private void term(String field, String term) {
    document.add(new StringField(field, term, NO));
  }

  private void text(String field, String text) {
    if (!text.isEmpty()) {
      document.add(new TextField(field, text, NO));
    }
  }
}
