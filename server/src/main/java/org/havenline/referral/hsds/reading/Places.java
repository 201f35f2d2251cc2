package org.havenline.referral.hsds.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.referral.directory.Place;
import org.havenline.referral.directory.Point;
import org.havenline.referral.hsds.Fields;
import org.havenline.referral.hsds.Grid;
import org.havenline.referral.hsds.OwnFields;

/// Where a service is, as far as a search may know.
final class Places {
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
    return point
        .<Place>map(exact -> new Place.At(exact, address(location)))
        .orElseGet(Place.NotSaid::new);
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

  /// The physical address in one line; a postal one when there is no other.
  private static String address(JsonNode location) {
    var all = Fields.objects(location, "addresses");
    return all.stream()
        .filter(one -> Fields.text(one, "address_type").orElse("").equals("physical"))
        .findFirst()
        .or(() -> all.stream().findFirst())
        .map(one ->
            Stream.of("address_1", "address_2", "city", "state_province", "postal_code", "country")
                .flatMap(part -> Fields.text(one, part).stream())
                .collect(Collectors.joining(", ")))
        .orElse("");
  }
}
