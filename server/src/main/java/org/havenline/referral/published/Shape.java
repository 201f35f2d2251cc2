package org.havenline.referral.published;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.havenline.referral.hsds.Fields;

/// The forms in which HSDS's API gives a document: whole, or with one-to-one fields only.
final class Shape {
  private Shape() {}

  /// Without lists, and without objects but those that are one-to-one.
  static ObjectNode flat(ObjectNode document, String... kept) {
    var flat = document.deepCopy();
    for (var field : List.copyOf(flat.properties())) {
      boolean object =
          field.getValue() instanceof ObjectNode && List.of(kept).contains(field.getKey());
      if (object) {
        flat.set(field.getKey(), flat((ObjectNode) field.getValue(), kept));
      } else if (field.getValue().isContainerNode()) {
        flat.remove(field.getKey());
      }
    }
    return flat;
  }

  static ObjectNode service(ObjectNode service, boolean full) {
    return full ? service : flat(service, "organization", "program");
  }

  static ObjectNode at(ObjectNode service, ObjectNode at, boolean full) {
    var whole = at.deepCopy();
    whole.put("service_id", service.path("id").asText());
    Fields.text(at.path("location"), "id").ifPresent(id -> whole.put("location_id", id));
    if (full) {
      var bare = service.deepCopy();
      bare.remove("service_at_locations");
      whole.set("service", bare);
      return whole;
    }
    whole.set("service", service(service, false));
    return flat(whole, "location", "service", "organization", "program");
  }

  /// @param services what it offers to the public
  /// @param full with its lists
  /// @param listed whether its services are in it
  /// @param fullServices each of them whole
  static ObjectNode organization(
      ObjectNode organization,
      List<ObjectNode> services,
      boolean full,
      boolean listed,
      boolean fullServices) {
    var shape = full ? organization.deepCopy() : flat(organization);
    if (listed) {
      var list = shape.putArray("services");
      for (var service : services) {
        var one = service.deepCopy();
        one.remove("organization");
        list.add(fullServices ? one : one.retain("id", "name", "status"));
      }
    }
    return shape;
  }
}
