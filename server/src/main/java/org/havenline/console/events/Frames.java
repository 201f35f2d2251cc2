package org.havenline.console.events;

import static org.havenline.routingconfig.staff.Role.RESPONDER;
import static org.havenline.routingconfig.staff.Role.SUPERVISOR;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.console.staff.SignedIn;
import org.havenline.console.view.ContactView;
import org.havenline.console.view.MessageView;
import org.havenline.console.view.QuarantineView;
import org.havenline.console.view.StaffView;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.Contacts;
import org.havenline.contact.journal.Event;
import org.havenline.conversation.Conversations;
import org.havenline.routingconfig.RoutingTables;

/// What one member of staff is told of one event; empty when it is not for her.
public final class Frames {
  private final Contacts contacts;
  private final Conversations conversations;
  private final ContactView contactView;
  private final MessageView messageView;
  private final Supplier<RoutingTables> tables;
  private final Snapshot snapshot;

  public Frames(
      Contacts contacts,
      Conversations conversations,
      ContactView contactView,
      MessageView messageView,
      Supplier<RoutingTables> tables,
      Snapshot snapshot) {
    this.contacts = contacts;
    this.conversations = conversations;
    this.contactView = contactView;
    this.messageView = messageView;
    this.tables = tables;
    this.snapshot = snapshot;
  }

  JsonObject snapshot(SignedIn viewer) {
    return snapshot.of(viewer);
  }

  static JsonObject frame(String type, long seq, Instant at) {
    return new JsonObject().put("type", type).put("seq", seq).put("at", at.toString());
  }

  /// As it goes out. All who see a contact alike are told the same words, written once: with many
  /// desks, writing them for each was half of a node's work.
  Optional<String> of(Noted noted, SignedIn viewer) {
    var sight =
        noted
            .contact()
            .filter(_ -> sees(viewer))
            .map(contact -> ContactView.sight(contact, viewer))
            .orElse(ContactView.Sight.OWN);
    return sight == ContactView.Sight.OWN
        ? made(noted, viewer)
        : noted.told(sight, () -> made(noted, viewer));
  }

  private static boolean sees(SignedIn viewer) {
    return viewer.is(RESPONDER) || viewer.is(SUPERVISOR);
  }

  private Optional<String> made(Noted noted, SignedIn viewer) {
    return frame(noted, viewer).map(JsonObject::encode);
  }

  private Optional<JsonObject> frame(Noted noted, SignedIn viewer) {
    var event = noted.event();
    var frame = frame(event.type(), event.seq(), event.at());
    return switch (event.type()) {
      case "message.received", "message.written", "message.state" ->
          noted.contact().flatMap(contact -> message(frame, event, contact, viewer));
      case "responder.presence" -> presence(frame, event);
      // for her page alone
      case "contact.typing" -> Optional.empty();
      case "tables.changed" -> Optional.of(tablesChanged(frame, event));
      case "quarantine.added", "quarantine.resolved" -> quarantine(frame, event, viewer);
      default ->
          event.type().startsWith("contact.") && sees(viewer)
              ? contact(frame, event, noted.contact(), viewer)
              : Optional.empty();
    };
  }

  private Optional<JsonObject> contact(
      JsonObject frame, Event event, Optional<Contact> contact, SignedIn viewer) {
    var view =
        contact
            .map(found -> contactView.of(found, viewer))
            .or(() -> event.contact().map(Frames::forgotten));
    return view.map(shown -> frame.put("contact", shown));
  }

  /// Its time is over and nothing of it is kept.
  private static JsonObject forgotten(ContactId id) {
    return new JsonObject().put("id", id.value()).put("state", "closed");
  }

  private Optional<JsonObject> message(
      JsonObject frame, Event event, Contact contact, SignedIn viewer) {
    if (!ContactView.shows(contact, viewer)) {
      return Optional.empty();
    }
    frame.put("contact", contactView.of(contact, viewer));
    if (isOwnedNow(contact, viewer)) {
      int n = event.field("n").map(Integer::parseInt).orElse(0);
      conversations.messages(contact.id(), n - 1, 1).stream()
          .map(messageView::of)
          .forEach(message -> frame.put("message", message));
    }
    return Optional.of(frame);
  }

  /// Text goes out only to who owns the conversation at this moment; what was read before may have
  /// waited behind a slow socket.
  private boolean isOwnedNow(Contact contact, SignedIn viewer) {
    return contact.isOwnedBy(viewer.id())
        && contacts.find(contact.id()).filter(now -> now.isOwnedBy(viewer.id())).isPresent();
  }

  private Optional<JsonObject> presence(JsonObject frame, Event event) {
    var state = event.field("state").orElse("away");
    return event
        .field("responder")
        .flatMap(tables.get()::responder)
        .map(member -> frame.put("responder", StaffView.colleague(member, state)));
  }

  private static JsonObject tablesChanged(JsonObject frame, Event event) {
    return frame
        .put("version", event.field("version").map(Long::parseLong).orElse(0L))
        .put("mode", event.field("mode").orElse("NORMAL").toLowerCase(Locale.ROOT))
        .put("lineDown", event.field("line").filter("down"::equals).isPresent());
  }

  private static Optional<JsonObject> quarantine(JsonObject frame, Event event, SignedIn viewer) {
    return event
        .field("quarantine")
        .filter(_ -> viewer.is(SUPERVISOR))
        .map(id ->
            frame.put(
                "quarantined",
                QuarantineView.of(id, event.at(), event.field("reason").orElse(""))));
  }
}
