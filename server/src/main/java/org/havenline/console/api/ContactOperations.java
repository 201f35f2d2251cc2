package org.havenline.console.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.Map;
import org.havenline.console.staff.SignedIn;
import org.havenline.console.view.ContactView;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.Contacts;
import org.havenline.http.Problems;
import org.havenline.http.Response;
import org.havenline.offer.Offer;
import org.havenline.offer.OfferBook;

/// Looking at contacts; taking or passing on an offer.
public final class ContactOperations {
  private static final String GONE = "This offer is over";

  private final Contacts contacts;
  private final OfferBook offers;
  private final ContactView view;

  public ContactOperations(Contacts contacts, OfferBook offers, ContactView view) {
    this.contacts = contacts;
    this.offers = offers;
    this.view = view;
  }

  void addTo(Map<String, StaffOperation> operations) {
    operations.put("contacts", this::contacts);
    operations.put("contact", this::contact);
    operations.put("acceptOffer", this::accept);
    operations.put("declineOffer", this::decline);
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
    return offers.accept(offer, who.id()) ? seen(who, offer.contact()) : Answer.conflict(GONE);
  }

  private Response decline(SignedIn who, Call call) {
    var offer = Offer.parse(call.path("offerId"));
    return offers.decline(offer, who.id()) ? Answer.done() : Answer.conflict(GONE);
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
