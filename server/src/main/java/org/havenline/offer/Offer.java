package org.havenline.offer;

import org.havenline.contact.ContactId;

/// A contact held for one responder for a short time. The epoch tells one offer from the next.
public record Offer(ContactId contact, long epoch) {

  /// Reads `<contact>.<epoch>`, as the API names an offer.
  ///
  /// @throws IllegalArgumentException when it is not of that form
  public static Offer parse(String text) {
    int dot = text.lastIndexOf('.');
    if (dot < 1) {
      throw new IllegalArgumentException("an offer is named <contact>.<epoch>");
    }
    return new Offer(
        new ContactId(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1)));
  }

  @Override
  public String toString() {
    return contact + "." + epoch;
  }
}
