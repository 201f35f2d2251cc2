package org.havenline.referral.consent;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.havenline.referral.directory.ServiceId;

/// Leave to tell one service something, at this moment. Whatever reaches a service takes one of
/// these as its argument, and only [Gate] makes them.
public final class Disclosure implements Passage {
  private final ServiceId service;
  private final Map<Told, String> fields;
  private final Instant until;

  Disclosure(ServiceId service, Map<Told, String> fields, Instant until) {
    this.service = service;
    this.fields = fields.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(fields));
    this.until = until;
  }

  public ServiceId service() {
    return service;
  }

  /// What she allowed, of what is known of her; nothing else.
  public Map<Told, String> fields() {
    return fields;
  }

  /// When her consent ends.
  public Instant until() {
    return until;
  }

  @Override
  public String toString() {
    return "Disclosure[" + fields.keySet() + "]";
  }
}
