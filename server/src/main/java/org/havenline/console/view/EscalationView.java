package org.havenline.console.view;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.contact.Contact;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.RoutingTables;

/// What was done for a contact while nobody took it, and who else is in it: the interpreter, the
/// partner line, the promise to come back. Names and numbers are those of the table in force.
final class EscalationView {
  private final Supplier<RoutingTables> tables;

  EscalationView(Supplier<RoutingTables> tables) {
    this.tables = tables;
  }

  void addTo(JsonObject view, Contact contact) {
    var escalated = contact.escalated();
    if (!escalated.did().isEmpty()) {
      view.put("lastStep", escalated.did());
    }
    escalated
        .interpreter()
        .flatMap(id -> interpreter(id, contact.channel() == Channel.VOICE))
        .ifPresent(it -> view.put("interpreter", it));
    escalated.partner().flatMap(this::partner).ifPresent(it -> view.put("partner", it));
    escalated.callBack().ifPresent(due -> view.put("callBackDue", due.toString()));
    escalated.promised().ifPresent(promised -> view.put("callBack", of(promised)));
  }

  private static JsonObject of(Contact.Promised promised) {
    var view = new JsonObject().put("state", promised.state());
    promised.again().ifPresent(again -> view.put("againAt", again.toString()));
    return view;
  }

  /// A colleague by her name; one who is called in with her number besides, unless we ring her.
  private Optional<JsonObject> interpreter(String id, boolean rung) {
    var calledIn =
        tables.get().interpreters().stream()
            .filter(one -> one.id().equals(id))
            .map(one -> {
              var view = new JsonObject().put("name", one.name());
              return rung ? view : view.put("number", one.number());
            })
            .findFirst();
    return calledIn.or(() ->
        tables
            .get()
            .responder(id)
            .map(one -> new JsonObject().put("name", one.name()).put("username", one.id())));
  }

  private Optional<JsonObject> partner(String id) {
    return tables.get().partners().stream()
        .filter(one -> one.id().equals(id))
        .map(one -> {
          var view = new JsonObject().put("name", one.name()).put("phone", one.phone());
          one.url().ifPresent(url -> view.put("url", url.toString()));
          return view;
        })
        .findFirst();
  }
}
