package org.havenline.console.view;

import static org.havenline.routingconfig.staff.Role.RESPONDER;
import static org.havenline.routingconfig.staff.Role.SUPERVISOR;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.havenline.console.staff.SignedIn;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactState;
import org.havenline.offer.Offer;
import org.havenline.routingconfig.RoutingTables;

/// A contact as one member of staff may see it. Responders see all who wait, but for those who do
/// not want them; what is offered to them and what is theirs; supervisors see every contact; an
/// administrator sees none. Never words of a person: those are in [MessageView], for the owner
/// alone. Who interprets sees for whom.
public final class ContactView {
  private final EscalationView escalation;
  private final RiskView risk;

  /// @param meaning of a risk's code in plain words
  public ContactView(Supplier<RoutingTables> tables, UnaryOperator<String> meaning) {
    this.escalation = new EscalationView(tables);
    this.risk = new RiskView(meaning);
  }

  /// What one member of staff may see of a contact. All to whom it is the same are shown the same,
  /// but for [#OWN]: what is offered to her or is hers, nobody else is shown so.
  public enum Sight {
    /// That it exists, and no more.
    ELSEWHERE,
    /// As all see it who could be asked.
    WAITING,
    /// As those see it who look after everybody.
    OVERSEEN,
    OWN
  }

  public static Sight sight(Contact contact, SignedIn viewer) {
    if (!shows(contact, viewer)) {
      return Sight.ELSEWHERE;
    }
    if (isWith(contact, viewer)) {
      return Sight.OWN;
    }
    return viewer.is(SUPERVISOR) ? Sight.OVERSEEN : Sight.WAITING;
  }

  /// Whether more than its existence may be told.
  public static boolean shows(Contact contact, SignedIn viewer) {
    return viewer.is(SUPERVISOR)
        || (viewer.is(RESPONDER)
            && ((contact.state() == ContactState.QUEUED && !isUnwanted(contact, viewer))
                || isWith(contact, viewer)
                || interprets(contact, viewer)));
  }

  public JsonObject of(Contact contact, SignedIn viewer) {
    var view = new JsonObject().put("id", contact.id().value());
    if (!shows(contact, viewer)) {
      return view.put("state", "elsewhere");
    }
    view.put("state", contact.state().word());
    if (contact.state() == ContactState.CLOSED) {
      return view;
    }
    var understood = contact.understanding();
    view.put("person", contact.label())
        .put("seenBefore", contact.earlier() > 0)
        .put("channel", contact.channel().name())
        .put("language", LanguageView.of(understood))
        .put("risk", risk.of(understood))
        .put("reasons", ReasonsView.of(contact))
        .put("queue", contact.place().queue())
        .put("order", contact.place().virtualArrival())
        .put("arrivedAt", contact.arrived().toString())
        .put("escalation", contact.place().step())
        .put("messages", contact.messages())
        .put("unanswered", contact.unanswered())
        .put("textable", contact.textable());
    contact.left().ifPresent(left -> view.put("left", left.toString()));
    contact.forced().ifPresent(who -> view.put("forced", who));
    escalation.addTo(view, contact);
    if (contact.state() == ContactState.CONNECTED) {
      contact.responder().ifPresent(owner -> view.put("owner", owner.value()));
    }
    if (viewer.is(SUPERVISOR) || contact.isOwnedBy(viewer.id())) {
      view.put("wishes", WishesView.of(contact.wishes()));
    }
    contact
        .offered()
        .filter(offered -> offered.reasons().containsKey(viewer.id()))
        .ifPresent(offered -> view.put("offer", offer(contact, offered, viewer)));
    return view;
  }

  /// Somebody she fears may be among us: he is not to know that she has written.
  private static boolean isUnwanted(Contact contact, SignedIn viewer) {
    var avoided = contact.wishes().avoided();
    return avoided.responders().contains(viewer.id())
        || !Collections.disjoint(avoided.communities(), viewer.member().communities());
  }

  private static boolean isWith(Contact contact, SignedIn viewer) {
    return contact.isOfferedTo(viewer.id())
        || contact.responder().filter(viewer.id()::equals).isPresent();
  }

  private static boolean interprets(Contact contact, SignedIn viewer) {
    return contact.state() != ContactState.CLOSED
        && contact.escalated().interpreter().filter(viewer.id().value()::equals).isPresent();
  }

  private static JsonObject offer(Contact contact, Contact.Offered offered, SignedIn viewer) {
    return new JsonObject()
        .put("id", new Offer(contact.id(), contact.epoch()).toString())
        .put("expiresAt", offered.until().toString())
        .put("reasons", new JsonArray(offered.reasons().getOrDefault(viewer.id(), List.of())));
  }
}
