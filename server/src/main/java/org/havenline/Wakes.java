package org.havenline;

import org.havenline.contact.journal.Event;

/// Which events of a line wake whom: nobody has to look again and again.
final class Wakes {
  private Wakes() {}

  /// Whether somebody may be offered now who could not before.
  static boolean dispatcher(Event event) {
    return switch (event.type()) {
      case "contact.waiting",
          "contact.returned",
          "contact.offer-ended",
          "contact.closed",
          "contact.wishes",
          "contact.understood",
          "contact.escalated",
          "responder.presence" ->
          true;
      // others who were asked about it are free again
      case "contact.connected" ->
          event.field("instead-of").filter(others -> !others.isEmpty()).isPresent();
      default -> false;
    };
  }

  /// Whether something may have to be sent.
  static boolean outbox(Event event) {
    return event.type().equals("contact.escalated") || event.type().equals("contact.call-back-due");
  }
}
