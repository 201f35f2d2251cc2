package org.havenline.console.events;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
  private final Map<ContactView.Sight, Optional<String>> told = new ConcurrentHashMap<>();
  private volatile Optional<Contact> contact = Optional.empty();
  private volatile boolean read;

  Noted(Event event, Contacts contacts) {
    this.event = event;
    this.contacts = contacts;
  }

  Event event() {
    return event;
  }

  /// Its contact was read since.
  void isOf(Optional<Contact> now) {
    contact = now;
    read = true;
  }

  Optional<Contact> contact() {
    if (!read) {
      isOf(event.contact().flatMap(contacts::find));
    }
    return contact;
  }

  /// What all are told who see its contact like this. No desk waits while another writes it.
  Optional<String> told(ContactView.Sight sight, Supplier<Optional<String>> frame) {
    var known = told.get(sight);
    if (known == null) {
      known = frame.get();
      told.put(sight, known);
    }
    return known;
  }
}
