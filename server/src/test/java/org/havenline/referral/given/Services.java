package org.havenline.referral.given;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.stored.Directory;
import org.havenline.referral.stored.Mark;

/// Invented services, put into a directory.
public final class Services {
  private Services() {}

  /// A vetted, open one that takes e-mail.
  public static ObjectNode service(String id) {
    var service =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", id)
            .put("name", "House " + id)
            .put("status", "active");
    service.putObject("organization").put("name", "Rowan");
    service.putArray("phones").addObject().put("number", "+1 202 555 0170");
    var at = service.putArray("service_at_locations").addObject().put("id", id + "-at");
    var location = at.putObject("location").put("latitude", 52.1).put("longitude", 13.1);
    location.putArray("addresses").addObject().put("address_1", "7 Hidden Lane").put("city", "X");
    var own = service.putObject("havenline").put("vetting", "vetted");
    own.putObject("referral_method").put("by", "email").put("to", "desk@" + id + ".example");
    return service;
  }

  public static ServiceId put(Directory directory, ObjectNode service) {
    var id = new ServiceId(service.path("id").asText());
    var before = directory.mark(id);
    var mark = new Mark(before.revision(), directory.digest(service), true, "test");
    var left =
        directory.put(
            List.of(
                directory.prepare(
                    id, before.revision(), mark, Optional.of(service), Optional.empty())));
    if (!left.isEmpty()) {
      throw new IllegalStateException("not stored");
    }
    return id;
  }
}
