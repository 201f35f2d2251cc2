package org.havenline.contact;

/// One message of a conversation, incoming or outgoing.
public record MessageId(String value) {
  public MessageId {
    Ids.require(value, "MessageId");
  }

  @Override
  public String toString() {
    return value;
  }
}
