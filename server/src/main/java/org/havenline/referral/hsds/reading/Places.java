package org.havenline.referral.hsds.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.havenline.referral.directory.Place;
import org.havenline.referral.directory.Point;
import org.havenline.referral.hsds.Fields;
import org.havenline.referral.hsds.Grid;
import org.havenline.referral.hsds.OwnFields;

/// Where a service is, as far as a search may know.
final class Places {
  private static final List<String> ADDRESS =
      List.of("address_1", "address_2", "city", "state_province", "postal_code", "country");
  private static final List<String> TOWN = List.of("city", "state_province");

  private final boolean confidential;
  private final String area;

  Places(ObjectNode service) {
    this.confidential = OwnFields.confidential(service);
    this.area = Fields.text(OwnFields.of(service), "area").orElse("");
  }

  Place of(JsonNode location) {
    if (Fields.text(location, "location_type").orElse("").equals("virtual")) {
      return new Place.Remote();
    }
    var point = point(location);
    if (confidential) {
      return point.<Place>map(exact -> Grid.area(exact, area)).orElseGet(Place.NotSaid::new);
    }
    return point.<Place>map(exact -> at(exact, location)).orElseGet(Place.NotSaid::new);
  }

  private static Optional<Point> point(JsonNode location) {
    var latitude = location.path("latitude");
    var longitude = location.path("longitude");
    if (!latitude.isNumber()
        || !longitude.isNumber()
        || Math.abs(latitude.asDouble()) > 90
        || Math.abs(longitude.asDouble()) > 180) {
      return Optional.empty();
    }
    return Optional.of(new Point(latitude.asDouble(), longitude.asDouble()));
  }

  /// With the physical address; a postal one when there is no other.
  private static Place at(Point exact, JsonNode location) {
    var all = Fields.objects(location, "addresses");
    return all.stream()
        .filter(one -> Fields.text(one, "address_type").orElse("").equals("physical"))
        .findFirst()
        .or(() -> all.stream().findFirst())
        .map(one -> new Place.At(exact, joined(one, ADDRESS), joined(one, TOWN)))
        .orElseGet(() -> new Place.At(exact, "", ""));
  }

  private static String joined(JsonNode address, List<String> parts) {
    return parts.stream()
        .flatMap(part -> Fields.text(address, part).stream())
        .collect(Collectors.joining(", "));
  }
}
