package org.havenline.console.events;

import static org.havenline.routingconfig.staff.Role.SUPERVISOR;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.havenline.console.staff.SignedIn;
import org.havenline.console.view.ContactView;
import org.havenline.console.view.QuarantineView;
import org.havenline.console.view.StaffView;
import org.havenline.contact.Contacts;
import org.havenline.contact.ResponderId;
import org.havenline.contact.journal.EventLog;
import org.havenline.intake.Quarantine;
import org.havenline.responder.Presence;
import org.havenline.routingconfig.RoutingTables;

/// All that one member of staff may see now. Its number is read before its content: what happens
/// between is told again by events, which are complete and so change nothing twice.
public final class Snapshot {
  private final EventLog log;
  private final Contacts contacts;
  private final Presence presence;
  private final Quarantine quarantine;
  private final ContactView view;
  private final Supplier<RoutingTables> tables;
  private final InstantSource clock;

  public Snapshot(
      EventLog log,
      Contacts contacts,
      Presence presence,
      Quarantine quarantine,
      ContactView view,
      Supplier<RoutingTables> tables,
      InstantSource clock) {
    this.log = log;
    this.contacts = contacts;
    this.presence = presence;
    this.quarantine = quarantine;
    this.view = view;
    this.tables = tables;
    this.clock = clock;
  }

  JsonObject of(SignedIn viewer) {
    var frame =
        Frames.frame("snapshot", log.last(), clock.instant())
            .put("me", StaffView.me(viewer.member(), presence))
            .put("contacts", contacts(viewer))
            .put("responders", responders());
    return viewer.is(SUPERVISOR)
        ? frame.put("quarantined", QuarantineView.of(quarantine.unresolved()))
        : frame;
  }

  private JsonArray contacts(SignedIn viewer) {
    var list = new JsonArray();
    contacts.open().stream()
        .filter(contact -> ContactView.shows(contact, viewer))
        .forEach(contact -> list.add(view.of(contact, viewer)));
    return list;
  }

  private JsonArray responders() {
    var onDuty = presence.onDuty();
    var list = new JsonArray();
    for (var member : tables.get().responders()) {
      var state = onDuty.contains(new ResponderId(member.id())) ? "available" : "away";
      list.add(StaffView.colleague(member, state));
    }
    return list;
  }
}
