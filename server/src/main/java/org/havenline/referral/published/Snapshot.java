package org.havenline.referral.published;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.util.SloppyMath;
import org.havenline.referral.directory.Point;
import org.havenline.referral.hsds.OwnFields;
import org.havenline.referral.published.Entry.Spot;
import org.havenline.referral.stored.Directory;

/// What there is to choose from at one moment, without the documents themselves: some hundred bytes
/// and the words of each service.
///
/// @param took how long it was being made
/// @param changes of the directory when it was made
/// @param entries by id
/// @param terms, taxonomies documents by id, those that public services have and no other
record Snapshot(
    Instant made,
    Duration took,
    long changes,
    PublicPart part,
    List<Entry> entries,
    SortedMap<String, List<Entry>> organizations,
    SortedMap<String, ObjectNode> terms,
    SortedMap<String, ObjectNode> taxonomies,
    Map<String, Point> postcodes) {

  static Snapshot of(Directory directory, InstantSource clock) {
    var begun = clock.instant();
    long changes = directory.changes();
    var secret = new HashSet<String>();
    directory
        .all()
        .filter(one -> OwnFields.confidential(one.document()))
        .forEach(one -> secret.addAll(PublicPart.places(one.document())));
    var part = new PublicPart(secret);
    var entries = new ArrayList<Entry>();
    var terms = new TreeMap<String, ObjectNode>();
    var taxonomies = new TreeMap<String, ObjectNode>();
    directory
        .all()
        .forEach(one ->
            part.of(one.document())
                .ifPresent(service -> {
                  entries.add(Entry.of(one.id(), service));
                  Entry.terms(service)
                      .forEach(term -> {
                        terms.putIfAbsent(term.path("id").asText(), term);
                        Taxonomies.taxonomy(term)
                            .ifPresent(of -> taxonomies.putIfAbsent(of.path("id").asText(), of));
                      });
                }));
    entries.sort(Comparator.comparing(Entry::id));
    var organizations = new TreeMap<String, List<Entry>>();
    for (var entry : entries) {
      if (!entry.organization().isEmpty()) {
        organizations.computeIfAbsent(entry.organization(), _ -> new ArrayList<>()).add(entry);
      }
    }
    var made = clock.instant();
    return new Snapshot(
        made,
        Duration.between(begun, made),
        changes,
        part,
        entries,
        organizations,
        terms,
        taxonomies,
        middles(entries));
  }

  private static Map<String, Point> middles(List<Entry> entries) {
    var points = new HashMap<String, List<Point>>();
    for (var entry : entries) {
      for (var spot : entry.spots()) {
        spot.point()
            .ifPresent(
                at -> points.computeIfAbsent(spot.postcode(), _ -> new ArrayList<>()).add(at));
      }
    }
    var middles = new HashMap<String, Point>();
    points.forEach((postcode, all) ->
        middles.put(
            postcode,
            new Point(
                all.stream().mapToDouble(Point::latitude).average().orElse(0),
                all.stream().mapToDouble(Point::longitude).average().orElse(0))));
    return middles;
  }

  Optional<Entry> entry(String id) {
    return entries.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /// Whether it is at this postcode, serves it, or is near its middle, as far as that is known: the
  /// middle of the public places that have it.
  boolean near(Spot spot, Asked asked) {
    if (asked.postcode().isEmpty()) {
      return true;
    }
    var postcode = asked.postcode().get();
    if (asked.metres().isEmpty()) {
      return spot.postcode().equalsIgnoreCase(postcode)
          || spot.area().contains(Entry.folded(postcode));
    }
    var middle = Optional.ofNullable(postcodes.get(postcode));
    return middle.isPresent()
        && spot.point().isPresent()
        && SloppyMath.haversinMeters(
                middle.get().latitude(),
                middle.get().longitude(),
                spot.point().get().latitude(),
                spot.point().get().longitude())
            <= asked.metres().get();
  }
}
