package org.havenline.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.havenline.contact.ResponderId;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.staff.LanguageLevel;

/// Contacts, responders and the shipped tables for tests of this room.
final class Contacts {
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private Contacts() {}

  static RoutingTables tables() {
    return switch (RoutingTables.shipped(Set.of("waiting"))) {
      case Reading.Sound(var tables) -> tables;
      case Reading.Faulty(var findings) -> throw new AssertionError(findings);
    };
  }

  static Triage adult(String language, RiskLevel risk) {
    return new Triage(Channel.SMS, language, 1, risk, "US", false, Set.of());
  }

  static Triage asking(String language, Gender wish) {
    return new Triage(Channel.SMS, language, 1, RiskLevel.STANDARD, "US", false, Set.of(wish));
  }

  /// Free for texts, skilled in all, idle for so many seconds at noon.
  static FreeResponder responder(String id, int free, int idle, String... languages) {
    var speaks = new java.util.HashMap<String, LanguageLevel>();
    for (var language : languages) {
      speaks.put(language, LanguageLevel.FLUENT);
    }
    return new FreeResponder(
        new ResponderId(id),
        speaks,
        Map.of("crisis", 1, "minors", 1),
        Optional.of(Gender.WOMAN),
        Map.of(Channel.SMS, free, Channel.WHATSAPP, free),
        0,
        NOON.minus(Duration.ofSeconds(idle)),
        Set.of(),
        Integer.MAX_VALUE);
  }
}
