package org.havenline.contact.journal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.havenline.contact.ContactId;

/// One thing that happened on a line. Holds ids and states, never content.
///
/// @param seq counts from 1 without gaps
/// @param type as listed in `docs/protocol.md`, for example `contact.waiting`
public record Event(long seq, Instant at, String type, Map<String, String> fields) {

  public Optional<ContactId> contact() {
    return field("contact").map(ContactId::new);
  }

  public Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }
}
