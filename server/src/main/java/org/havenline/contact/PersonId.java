package org.havenline.contact;

/// Pseudonym of an address on a channel (HMAC); the address itself is only in the sealed vault.
public record PersonId(String value) {
  public PersonId {
    Ids.require(value, "PersonId");
  }

  @Override
  public String toString() {
    return value;
  }
}
