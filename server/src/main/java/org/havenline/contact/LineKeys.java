package org.havenline.contact;

/// Every Redis key of a line. All begin with `{line}`, so they share one slot and one script may
/// change several of them at once.
public record LineKeys(LineId line) {

  /// What scripts are given as their one key.
  public String prefix() {
    return "{" + line + "}";
  }

  public String of(String name) {
    return prefix() + ":" + name;
  }

  public String contact(ContactId id) {
    return of("contact:" + id);
  }

  /// The order of a conversation: ids of its messages, oldest first, in server order.
  public String order(ContactId id) {
    return of("order:" + id);
  }

  public String person(PersonId id) {
    return of("person:" + id);
  }

  public String message(MessageId id) {
    return of("message:" + id);
  }

  public String responder(ResponderId id) {
    return of("responder:" + id);
  }

  /// The sealed texts of one conversation, in a slot of its own.
  public static String transcript(ContactId id) {
    return "{" + id + "}:transcript";
  }
}
