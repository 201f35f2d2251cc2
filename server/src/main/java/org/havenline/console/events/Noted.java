package org.havenline.console.events;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.console.view.ContactView;
import org.havenline.contact.Contact;
import org.havenline.contact.Contacts;
import org.havenline.contact.journal.Event;

/// An event with its contact as it stood when first asked for: never older than the event, and read
/// once for all who are told; what many are told alike is written once.
final class Noted {
  private final Event event;
  private final Contacts contacts;
  private Optional<Contact> contact = Optional.empty();
  private boolean read;
  private final Map<ContactView.Sight, Optional<String>> told =
      new EnumMap<>(ContactView.Sight.class);

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

  /// What all are told who see its contact like this.
  synchronized Optional<String> told(ContactView.Sight sight, Supplier<Optional<String>> frame) {
    return told.computeIfAbsent(sight, _ -> frame.get());
  }
}
