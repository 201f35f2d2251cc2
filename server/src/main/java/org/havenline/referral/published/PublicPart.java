package org.havenline.referral.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.havenline.referral.hsds.Fields;
import org.havenline.referral.hsds.OwnFields;
import org.havenline.referral.hsds.Withheld;

/// Decides what of a service is public. A confidential service is not, not even that it exists: its
/// name, its telephone and its hours are a thread to pull at. See decision 26.
///
/// @param secret ids and positions of places that a confidential service is at: no other service
///   tells them either
record PublicPart(Set<String> secret) {
  PublicPart {
    secret = Set.copyOf(secret);
  }

  /// Empty when nothing of it is public.
  Optional<ObjectNode> of(ObjectNode stored) {
    if (OwnFields.confidential(stored) || Withheld.is(stored) || !offered(stored)) {
      return Optional.empty();
    }
    var part = stored.deepCopy();
    if (part.get("service_at_locations") instanceof ArrayNode places) {
      for (int i = places.size() - 1; i >= 0; i--) {
        if (marks(places.get(i)).stream().anyMatch(secret::contains)) {
          places.remove(i);
        }
      }
    }
    PublicFields.keep(part);
    return Optional.of(part);
  }

  private static boolean offered(JsonNode service) {
    return Fields.text(service, "status").orElse("").equals("active")
        && Fields.text(OwnFields.of(service), "vetting").orElse("").equals("vetted");
  }

  /// By what the places of a confidential service are known again.
  static Set<String> places(ObjectNode stored) {
    var all = new HashSet<String>();
    Fields.objects(stored, "service_at_locations").forEach(at -> all.addAll(marks(at)));
    return all;
  }

  private static Set<String> marks(JsonNode at) {
    var location = at.path("location");
    var marks = new HashSet<String>();
    Fields.text(location, "id").ifPresent(marks::add);
    Fields.text(at, "location_id").ifPresent(marks::add);
    if (location.path("latitude").isNumber() && location.path("longitude").isNumber()) {
      marks.add(
          "%.4f,%.4f"
              .formatted(
                  location.path("latitude").asDouble(), location.path("longitude").asDouble()));
    }
    Fields.objects(location, "addresses").stream()
        .map(one ->
            Fields.text(one, "address_1").orElse("") + "|" + Fields.text(one, "city").orElse(""))
        .filter(text -> text.length() > 1)
        .forEach(marks::add);
    return marks;
  }
}
