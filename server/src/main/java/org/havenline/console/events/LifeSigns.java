package org.havenline.console.events;

import java.util.Optional;
import org.havenline.console.staff.Access;
import org.havenline.console.staff.SignedIn;
import org.havenline.contact.ContactId;
import org.havenline.conversation.Typing;
import org.havenline.http.Request;
import org.havenline.responder.Presence;

/// What follows when a console says that it is still there.
public final class LifeSigns {
  private final Presence presence;
  private final Access access;
  private final Typing typing;

  public LifeSigns(Presence presence, Access access, Typing typing) {
    this.presence = presence;
    this.access = access;
    this.typing = typing;
  }

  /// Renews the presence. On duty it counts as use of the session too: a night may be quiet for
  /// longer than a session lives unused, and she must be there when it ends.
  ///
  /// @return who it is, as the tables have her now; empty when the session is over
  Optional<SignedIn> heard(SignedIn who, Request handshake) {
    var onDuty = presence.renew(who.id()).filter("available"::equals).isPresent();
    return access.who(handshake, onDuty);
  }

  /// She types in a conversation; it is shown if it is hers.
  void types(SignedIn who, ContactId contact) {
    typing.note(contact, who.id());
  }
}
