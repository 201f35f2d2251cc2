package org.havenline.referral.hsds.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.referral.capacity.record.LaidOver;
import org.havenline.referral.directory.Capacity;
import org.havenline.referral.directory.Place;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.directory.ServiceKind;
import org.havenline.referral.directory.Standing;
import org.havenline.referral.hsds.Fields;
import org.havenline.referral.hsds.OwnFields;
import org.havenline.referral.hsds.Withheld;

/// Reads a service in HSDS's full form into one [ServiceAtLocation] for each of its locations, or
/// one at no said place. Never fails: what it does not understand it leaves out.
///
/// @param zone of schedules that name none
public record Reading(ZoneId zone, Kinds kinds) {
  /// @param service as it is stored: of a confidential one, only what may be told is read
  public List<ServiceAtLocation> of(ObjectNode service) {
    var told = Withheld.from(service);
    var places = new Places(service);
    var found = new ArrayList<ServiceAtLocation>();
    for (var at : Fields.objects(service, "service_at_locations")) {
      var id = Fields.text(at, "id").orElse("");
      var toldAt =
          Fields.objects(told, "service_at_locations").stream()
              .filter(one -> Fields.text(one, "id").orElse("").equals(id))
              .findFirst()
              .orElse(JsonNodeFactory.instance.objectNode());
      found.add(one(told, id, toldAt, places.of(at.path("location"))));
    }
    if (found.isEmpty()) {
      var nowhere = JsonNodeFactory.instance.objectNode();
      found.add(one(told, id(service).value(), nowhere, places.of(nowhere)));
    }
    return found;
  }

  /// The id of a document.
  public static ServiceId id(JsonNode service) {
    return new ServiceId(Fields.text(service, "id").orElse(""));
  }

  private ServiceAtLocation one(ObjectNode service, String id, ObjectNode at, Place place) {
    var wordings = new Wordings(service);
    var spoken = Speech.of(service, at.path("location"));
    var terms = terms(service, at);
    return new ServiceAtLocation(
        new ServiceAtLocation.Id(id),
        id(service),
        Fields.text(service.path("organization"), "name").orElse(""),
        wordings.name(),
        wordings.description(at),
        kinds(service, terms),
        terms,
        wordings.remarks(spoken.notes()),
        place,
        Schedules.of(service, at, zone),
        spoken.spoken(),
        Takes.of(service),
        capacity(service),
        standing(service));
  }

  private Set<ServiceKind> kinds(ObjectNode service, Set<String> terms) {
    var own = Fields.texts(OwnFields.of(service), "kinds").stream().map(ServiceKind::new);
    return Stream.concat(own, kinds.of(terms).stream()).collect(Collectors.toSet());
  }

  private static Set<String> terms(ObjectNode service, ObjectNode at) {
    var terms = new LinkedHashSet<String>();
    Stream.of(service, at)
        .flatMap(owner -> Fields.objects(owner, "attributes").stream())
        .forEach(attribute -> {
          Fields.text(attribute, "label").ifPresent(terms::add);
          Fields.text(attribute, "value").ifPresent(terms::add);
          var term = attribute.path("taxonomy_term");
          Fields.text(term, "name").ifPresent(terms::add);
          Fields.text(term, "code").ifPresent(terms::add);
        });
    return terms;
  }

  private static Optional<Capacity> capacity(ObjectNode service) {
    var said =
        Fields.objects(service, "capacities").stream()
            .filter(one -> Fields.whole(one, "available").isPresent())
            .filter(one -> LaidOver.updated(one).isPresent())
            .toList();
    return said.stream()
        .flatMap(one -> LaidOver.updated(one).stream())
        .max(Instant::compareTo)
        .map(last ->
            capacity(
                said.stream()
                    .filter(one -> LaidOver.updated(one).filter(last::equals).isPresent())
                    .toList(),
                last));
  }

  /// What was said at one moment. Units of others may count the same places twice.
  private static Capacity capacity(List<ObjectNode> said, Instant at) {
    var counted = new LinkedHashMap<String, Integer>();
    said.forEach(one ->
        Fields.text(one.path("unit"), "name")
            .ifPresent(unit -> counted.put(unit, Fields.whole(one, "available").getAsInt())));
    boolean ours =
        said.stream()
            .allMatch(one -> LaidOver.SCHEME.equals(one.path("unit").path("scheme").asText()));
    var free = said.stream().mapToInt(one -> Fields.whole(one, "available").getAsInt());
    return new Capacity(ours ? free.sum() : free.max().orElse(0), counted, at);
  }

  private static Standing standing(ObjectNode service) {
    var status =
        switch (Fields.text(service, "status").orElse("").toLowerCase(Locale.ROOT)) {
          case "active" -> Standing.Status.ACTIVE;
          case "defunct" -> Standing.Status.DEFUNCT;
          case "temporarily closed" -> Standing.Status.TEMPORARILY_CLOSED;
          default -> Standing.Status.INACTIVE;
        };
    var vetting =
        switch (Fields.text(OwnFields.of(service), "vetting").orElse("")) {
          case "vetted" -> Standing.Vetting.VETTED;
          case "barred" -> Standing.Vetting.BARRED;
          default -> Standing.Vetting.NOT_VETTED;
        };
    return new Standing(
        status, vetting, Fields.text(service, "assured_date").flatMap(Schedules::date));
  }
}
