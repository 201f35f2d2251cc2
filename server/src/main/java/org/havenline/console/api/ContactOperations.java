package org.havenline.console.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.console.staff.SignedIn;
import org.havenline.console.view.ContactView;
import org.havenline.console.view.WishesView;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.Contacts;
import org.havenline.contact.ResponderId;
import org.havenline.http.Problems;
import org.havenline.http.Response;
import org.havenline.offer.Offer;
import org.havenline.offer.OfferBook;
import org.havenline.queue.WishBook;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.staff.Role;

/// Looking at contacts; taking or passing on an offer; giving one back; noting whom a person wants.
public final class ContactOperations {
  private static final String GONE = "This offer is over";
  private static final String TAKEN = "A colleague has taken this contact";

  private final Contacts contacts;
  private final OfferBook offers;
  private final WishBook wishes;
  private final Supplier<RoutingTables> tables;
  private final ContactView view;

  public ContactOperations(
      Contacts contacts,
      OfferBook offers,
      WishBook wishes,
      Supplier<RoutingTables> tables,
      ContactView view) {
    this.contacts = contacts;
    this.offers = offers;
    this.wishes = wishes;
    this.tables = tables;
    this.view = view;
  }

  void addTo(Map<String, StaffOperation> operations) {
    operations.put("contacts", this::contacts);
    operations.put("contact", this::contact);
    operations.put("acceptOffer", this::accept);
    operations.put("declineOffer", this::decline);
    operations.put("returnContact", this::giveBack);
    operations.put("noteWishes", this::noteWishes);
  }

  private Response contacts(SignedIn who, Call call) {
    var wanted = call.query("state");
    var list = new JsonArray();
    contacts.open().stream()
        .filter(contact -> ContactView.shows(contact, who))
        .filter(contact -> wanted.map(contact.state().word()::equals).orElse(true))
        .sorted(
            Comparator.comparing(Contact::state)
                .thenComparingLong(contact -> contact.place().virtualArrival()))
        .map(contact -> view.of(contact, who))
        .forEach(list::add);
    return Answer.ok(new JsonObject().put("contacts", list));
  }

  private Response contact(SignedIn who, Call call) {
    return seen(who, call.contact());
  }

  private Response accept(SignedIn who, Call call) {
    var offer = Offer.parse(call.path("offerId"));
    return offers.accept(offer, who.id())
        ? seen(who, offer.contact())
        : Answer.conflict(offers.isTaken(offer, who.id()) ? TAKEN : GONE);
  }

  private Response decline(SignedIn who, Call call) {
    var offer = Offer.parse(call.path("offerId"));
    return offers.decline(offer, who.id()) ? Answer.done() : Answer.conflict(GONE);
  }

  private Response giveBack(SignedIn who, Call call) {
    return contacts
            .find(call.contact())
            .filter(contact -> contact.isOwnedBy(who.id()))
            .filter(contact -> offers.giveBack(contact.id(), contact.epoch(), who.id()))
            .isPresent()
        ? Answer.done()
        : Answer.conflict("This conversation is not yours any more");
  }

  /// A responder notes it of contacts she has answered; a supervisor of any.
  private Response noteWishes(SignedIn who, Call call) {
    var wanted = WishesView.read(call.body());
    var fault = WishesView.unknown(wanted, tables.get());
    if (fault.isPresent()) {
      return Problems.badRequest(fault.get());
    }
    var by = who.is(Role.SUPERVISOR) ? Optional.<ResponderId>empty() : Optional.of(who.id());
    return wishes.note(call.contact(), by, wanted) ? Answer.done() : Problems.notFound();
  }

  /// What may not be seen answers as what does not exist.
  private Response seen(SignedIn who, ContactId id) {
    return contacts
        .find(id)
        .filter(contact -> ContactView.shows(contact, who))
        .map(contact -> Answer.ok(view.of(contact, who)))
        .orElseGet(Problems::notFound);
  }
}
