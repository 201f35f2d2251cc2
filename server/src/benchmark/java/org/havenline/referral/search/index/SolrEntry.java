package org.havenline.referral.search.index;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.havenline.referral.directory.Place;
import org.havenline.referral.directory.Point;
import org.havenline.referral.directory.Schedule;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.eligibility.Eligibility;
import org.havenline.referral.eligibility.Person;
import org.havenline.referral.hours.Interval;
import org.havenline.referral.hours.OpenHours;
import org.havenline.referral.search.text.Fields;

/// One service as a document of Solr: every field that our own index has words in, under the same
/// name; its hours as the openings of the coming days, since Solr has no rules of hours; and what a
/// responder is shown.
public final class SolrEntry {
  /// Whose openings are written down; a nightly run would write the next.
  private static final Duration AHEAD = Duration.ofDays(2);

  private static final Refusals REFUSALS = Refusals.asFitDecides();
  private static final List<Trait> TRAITS = Trait.all();

  private final Map<String, Object> fields = new HashMap<>();

  private SolrEntry() {}

  public static Map<String, Object> of(ServiceAtLocation service, Instant now) {
    SolrEntry entry = new SolrEntry();
    for (IndexableField field : Entry.of(service, REFUSALS)) {
      if (field.fieldType().indexOptions() != IndexOptions.NONE) {
        entry.add(name(field.name()), field.stringValue());
      }
    }
    entry.refuses(service.eligibility());
    entry.place(service.place());
    entry.hours(service.schedules(), now);
    entry.shown(service);
    return entry.fields;
  }

  /// Solr takes a point in a name for a path in some places.
  public static String name(String field) {
    return field.replace('.', '_');
  }

  /// As terms: Solr has no column of bits.
  private void refuses(Eligibility service) {
    BitSet refused = BitSet.valueOf(REFUSALS.of(service));
    refused.stream().forEach(bit -> add(Fields.REFUSES, TRAITS.get(bit).term()));
  }

  /// The queries by which each of these alone refuses her.
  public static List<String> refusing(Person person) {
    List<String> each = new ArrayList<>(Trait.of(person).stream().map(SolrEntry::term).toList());
    List<Trait> exploitation = Trait.exploitation(person);
    if (!exploitation.isEmpty()) {
      each.add(
          exploitation.stream()
              .map(trait -> "+" + term(trait))
              .collect(Collectors.joining(" ", "(", ")")));
    }
    return each;
  }

  private static String term(Trait trait) {
    return Fields.REFUSES + ":\"" + trait.term() + "\"";
  }

  private void place(Place place) {
    switch (place) {
      case Place.At(var point, var address, var _) -> {
        fields.put("point", written(point));
        fields.put("radius", 0);
        fields.put("shown_address", address);
      }
      case Place.Area area -> {
        fields.put("point", written(area.centre()));
        fields.put("radius", Profile.radiusKm(area));
        fields.put("shown_address", area.name());
      }
      case Place.Remote _, Place.NotSaid _ -> {}
    }
  }

  public static String written(Point point) {
    return point.latitude() + "," + point.longitude();
  }

  private void hours(List<Schedule> schedules, Instant now) {
    OpenHours hours = OpenHours.of(schedules);
    for (Interval one : hours.between(now, now.plus(AHEAD))) {
      // Solr's spans include their ends
      add("open", "[" + one.start() + " TO " + one.end().minusSeconds(1) + "]");
    }
    fields.put("hours", hours.known(now) ? "said" : "not said");
  }

  private void shown(ServiceAtLocation service) {
    fields.put("shown_organization", service.organization());
    fields.put("shown_name", String.join(" ", service.name().in().values()));
    fields.put("shown_about", String.join(" ", service.description().in().values()));
    fields.put("shown_remarks", String.join(" ", service.remarks().in().values()));
    fields.put("shown_takes", service.eligibility().toString());
    fields.put("shown_hours", service.schedules().toString());
    service
        .capacity()
        .ifPresent(capacity -> {
          fields.put("shown_free", String.valueOf(capacity.available()));
          fields.put("shown_reported", capacity.updated().toString());
        });
    service.standing().assured().ifPresent(day -> fields.put("shown_checked", day.toString()));
  }

  @SuppressWarnings("unchecked")
  private void add(String field, String value) {
    ((Collection<Object>) fields.computeIfAbsent(field, any -> new ArrayList<>())).add(value);
  }
}
