package org.havenline.console.events;

import java.util.Optional;
import org.havenline.contact.Contact;
import org.havenline.contact.Contacts;
import org.havenline.contact.journal.Event;

/// An event with its contact as it stood when first asked for: never older than the event, and read
/// once for all who are told.
final class Noted {
  private final Event event;
  private final Contacts contacts;
  private Optional<Contact> contact = Optional.empty();
  private boolean read;

  Noted(Event event, Contacts contacts) {
    this.event = event;
    this.contacts = contacts;
  }

  Event event() {
    return event;
  }

  synchronized Optional<Contact> contact() {
    if (!read) {
      contact = event.contact().flatMap(contacts::find);
      read = true;
    }
    return contact;
  }
}
