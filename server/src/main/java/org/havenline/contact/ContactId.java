package org.havenline.contact;

/// One request for help. Opaque: says nothing of the person.
public record ContactId(String value) {
  public ContactId {
    Ids.require(value, "ContactId");
  }

  @Override
  public String toString() {
    return value;
  }
}
