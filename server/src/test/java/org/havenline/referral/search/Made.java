package org.havenline.referral.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.referral.directory.Capacity;
import org.havenline.referral.directory.Place;
import org.havenline.referral.directory.Point;
import org.havenline.referral.directory.Schedule;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.directory.ServiceKind;
import org.havenline.referral.directory.Spoken;
import org.havenline.referral.directory.Standing;
import org.havenline.referral.directory.Standing.Status;
import org.havenline.referral.directory.Standing.Vetting;
import org.havenline.referral.directory.Wording;
import org.havenline.referral.eligibility.Eligibility;

/// A service made for a test; says nothing but what it is told to.
public final class Made {
  public static final Instant NOW = Instant.parse("2026-11-28T20:00:00Z");

  private final String id;
  private ServiceId service;
  private String language = "en";
  private String organization = "Neutral House";
  private String name = "";
  private String description = "";
  private String remarks = "";
  private final Set<ServiceKind> kinds = new HashSet<>();
  private final Set<String> terms = new HashSet<>();
  private Place place = new Place.NotSaid();
  private List<Schedule> schedules = List.of();
  private Spoken spoken = Spoken.NOT_SAID;
  private Eligibility eligibility = Eligibility.NOT_SAID;
  private Optional<Capacity> capacity = Optional.empty();
  private Standing standing = new Standing(Status.ACTIVE, Vetting.VETTED, Optional.empty());

  private Made(String id) {
    this.id = id;
    this.service = new ServiceId("service of " + id);
  }

  public static Made service(String id) {
    return new Made(id);
  }

  public Made of(ServiceId other) {
    service = other;
    return this;
  }

  public Made in(String tag) {
    language = tag;
    return this;
  }

  public Made by(String whom) {
    organization = whom;
    return this;
  }

  public Made named(String text) {
    name = text;
    return this;
  }

  public Made about(String text) {
    description = text;
    return this;
  }

  public Made remarks(String text) {
    remarks = text;
    return this;
  }

  public Made kind(String... codes) {
    Stream.of(codes).map(ServiceKind::new).forEach(kinds::add);
    return this;
  }

  public Made terms(String... words) {
    terms.addAll(List.of(words));
    return this;
  }

  public Made at(double latitude, double longitude) {
    return at(new Place.At(new Point(latitude, longitude), "1 Main Street", "Town"));
  }

  public Made at(Place where) {
    place = where;
    return this;
  }

  /// Every day, UTC.
  public Made open(String from, String to) {
    return open(
        new Schedule(
            Optional.of(LocalTime.parse(from)),
            Optional.of(LocalTime.parse(to)),
            "FREQ=DAILY",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            ZoneOffset.UTC,
            false));
  }

  public Made open(Schedule... all) {
    schedules = List.of(all);
    return this;
  }

  public Made speaks(String... languages) {
    spoken = new Spoken(Set.of(languages), spoken.byInterpreter(), spoken.anyByInterpreter());
    return this;
  }

  public Made interprets(String... languages) {
    spoken = new Spoken(spoken.there(), Set.of(languages), spoken.anyByInterpreter());
    return this;
  }

  public Made interpretsAll() {
    spoken = new Spoken(spoken.there(), spoken.byInterpreter(), true);
    return this;
  }

  public Made takes(Eligibility whom) {
    eligibility = whom;
    return this;
  }

  public Made free(int places, Instant updated) {
    capacity = Optional.of(new Capacity(places, updated));
    return this;
  }

  public Made status(Status status) {
    standing = new Standing(status, standing.vetting(), standing.assured());
    return this;
  }

  public Made vetting(Vetting vetting) {
    standing = new Standing(standing.status(), vetting, standing.assured());
    return this;
  }

  public Made checked(LocalDate day) {
    standing = new Standing(standing.status(), standing.vetting(), Optional.of(day));
    return this;
  }

  public ServiceAtLocation made() {
    return new ServiceAtLocation(
        new ServiceAtLocation.Id(id),
        service,
        organization,
        wording(name.isEmpty() ? "Service" : name),
        wording(description),
        kinds,
        terms,
        wording(remarks),
        place,
        schedules,
        spoken,
        eligibility,
        capacity,
        standing);
  }

  private Wording wording(String text) {
    Map<String, String> in = new HashMap<>();
    if (!text.isEmpty()) {
      in.put(language, text);
    }
    return new Wording(in);
  }

  static List<ServiceAtLocation> all(Made... services) {
    return Stream.of(services).map(Made::made).collect(Collectors.toList());
  }
}
