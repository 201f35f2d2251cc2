package org.havenline.console.events;

import java.util.Optional;
import org.havenline.contact.Contact;
import org.havenline.contact.Contacts;
import org.havenline.contact.journal.Event;
import org.jspecify.annotations.Nullable;

/// An event with its contact as it stood when first asked for: never older than the event, and read
/// once for all who are told.
final class Noted {
  private final Event event;
  private final Contacts contacts;
  private @Nullable Optional<Contact> contact;

  Noted(Event event, Contacts contacts) {
    this.event = event;
    this.contacts = contacts;
  }

  Event event() {
    return event;
  }

  synchronized Optional<Contact> contact() {
    if (contact == null) {
      contact = event.contact().flatMap(contacts::find);
    }
    return contact;
  }
}
