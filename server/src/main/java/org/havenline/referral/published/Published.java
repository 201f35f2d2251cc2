package org.havenline.referral.published;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.havenline.referral.hsds.Fields;
import org.havenline.referral.published.Entry.Spot;
import org.havenline.referral.stored.Directory;
import org.jspecify.annotations.Nullable;

/// Answers what HSDS's API asks of the public part of the directory. What is new may be missing for
/// a second, in a large directory for some twenty times as long as it takes to read it; what is not
/// public any more is gone at once, for every document is read and judged again when it is given
/// out.
public final class Published {
  private static final Duration LEAST = Duration.ofSeconds(1);

  /// Of the time, no more than a twentieth is spent on reading the directory.
  private static final int SHARE = 20;

  private final Directory directory;
  private final InstantSource clock;
  private @Nullable Snapshot last;

  private record At(Entry entry, Spot spot) {}

  public Published(Directory directory, InstantSource clock) {
    this.directory = directory;
    this.clock = clock;
  }

  public Page services(Asked asked) {
    var now = snapshot();
    var found = now.entries().stream().filter(one -> one.fits(asked)).toList();
    return Page.of(
        found,
        asked,
        page ->
            asked.minimal()
                ? page.stream().map(Published::minimal).toList()
                : documents(now, page).map(one -> Shape.service(one, asked.full())).toList());
  }

  public Optional<ObjectNode> service(String id) {
    var now = snapshot();
    return now.entry(Ids.of(id)).flatMap(entry -> documents(now, List.of(entry)).findFirst());
  }

  public Page organizations(Asked asked) {
    var now = snapshot();
    var found =
        now.organizations().values().stream()
            .filter(entries -> entries.stream().anyMatch(one -> one.fits(asked)))
            .toList();
    boolean listed = asked.full() || asked.fullService();
    if (found.stream().mapToLong(List::size).sum() > Page.MOST_AT_ONCE && listed) {
      throw new IllegalArgumentException("Too many services at once: leave full out");
    }
    return Page.of(
        found,
        asked,
        page ->
            page.stream()
                .flatMap(one -> organization(now, one, asked, asked.full()).stream())
                .toList());
  }

  /// @param asked whether its services are given whole
  public Optional<ObjectNode> organization(String id, Asked asked) {
    var now = snapshot();
    return Optional.ofNullable(now.organizations().get(Ids.of(id)))
        .flatMap(entries -> organization(now, entries, asked, true));
  }

  public Page servicesAtLocations(Asked asked) {
    var now = snapshot();
    var found =
        now.entries().stream()
            .filter(one -> one.fits(asked))
            .flatMap(one -> one.spots().stream().map(spot -> new At(one, spot)))
            .filter(at -> now.near(at.spot(), asked))
            .toList();
    return Page.of(
        found,
        asked,
        page -> page.stream().flatMap(at -> at(now, at, asked.full()).stream()).toList());
  }

  public Optional<ObjectNode> serviceAtLocation(String id) {
    var now = snapshot();
    var wanted = Ids.of(id);
    return now.entries().stream()
        .flatMap(one -> one.spots().stream().map(spot -> new At(one, spot)))
        .filter(at -> at.spot().id().equals(wanted))
        .findFirst()
        .flatMap(at -> at(now, at, true));
  }

  public Page taxonomies(Asked asked) {
    return Page.of(found(snapshot().taxonomies().values(), asked), asked, page -> page);
  }

  public Optional<ObjectNode> taxonomy(String id) {
    return Optional.ofNullable(snapshot().taxonomies().get(Ids.of(id)));
  }

  public Page terms(Asked asked) {
    var found =
        found(snapshot().terms().values(), asked).stream()
            .filter(term -> !asked.topOnly() || Fields.text(term, "parent_id").isEmpty())
            .filter(term -> same(asked.parent(), Fields.text(term, "parent_id")))
            .filter(term ->
                same(
                    asked.taxonomy(),
                    Taxonomies.taxonomy(term).flatMap(one -> Fields.text(one, "id"))))
            .toList();
    return Page.of(found, asked, page -> page);
  }

  public Optional<ObjectNode> term(String id) {
    return Optional.ofNullable(snapshot().terms().get(Ids.of(id)));
  }

  private static boolean same(Optional<String> wanted, Optional<String> is) {
    return wanted.isEmpty() || wanted.equals(is);
  }

  private static List<ObjectNode> found(Collection<ObjectNode> all, Asked asked) {
    return all.stream()
        .filter(one ->
            Entry.holds(
                Entry.folded(one.path("name").asText() + " " + one.path("description").asText()),
                asked.search()))
        .toList();
  }

  private Optional<ObjectNode> organization(
      Snapshot now, List<Entry> entries, Asked asked, boolean full) {
    boolean listed = full || asked.fullService();
    var services = documents(now, listed ? entries : entries.subList(0, 1)).toList();
    return services.stream()
        .flatMap(one ->
            one.get("organization") instanceof ObjectNode organization
                ? Stream.of(organization)
                : Stream.empty())
        .findFirst()
        .map(one -> Shape.organization(one, services, full, listed, asked.fullService()));
  }

  private Optional<ObjectNode> at(Snapshot now, At at, boolean full) {
    return documents(now, List.of(at.entry()))
        .flatMap(service ->
            Fields.objects(service, "service_at_locations").stream()
                .filter(one -> one.path("id").asText().equals(at.spot().id()))
                .map(one -> Shape.at(service, one, full)))
        .findFirst();
  }

  private static ObjectNode minimal(Entry entry) {
    var minimal = JsonNodeFactory.instance.objectNode();
    minimal.put("id", entry.id());
    entry.modified().ifPresent(at -> minimal.put("modified_date", at.toString()));
    return minimal;
  }

  /// As they are this moment; those not public any more are left out.
  private Stream<ObjectNode> documents(Snapshot now, List<Entry> entries) {
    return directory.stored(entries.stream().map(Entry::stored).toList()).stream()
        .flatMap(stored -> stored.flatMap(now.part()::of).stream());
  }

  private synchronized Snapshot snapshot() {
    var before = last;
    if (before == null || (isOld(before) && before.changes() != directory.changes())) {
      last = Snapshot.of(directory, clock);
    }
    return Objects.requireNonNull(last);
  }

  private boolean isOld(Snapshot snapshot) {
    var wait = snapshot.took().multipliedBy(SHARE);
    return clock.instant().isAfter(snapshot.made().plus(wait.compareTo(LEAST) > 0 ? wait : LEAST));
  }
}
