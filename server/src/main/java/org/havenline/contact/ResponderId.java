package org.havenline.contact;

/// A member of staff who answers.
public record ResponderId(String value) {
  public ResponderId {
    Ids.require(value, "ResponderId");
  }

  @Override
  public String toString() {
    return value;
  }
}
