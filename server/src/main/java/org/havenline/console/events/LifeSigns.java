package org.havenline.console.events;

import java.util.Optional;
import org.havenline.console.staff.Access;
import org.havenline.console.staff.SignedIn;
import org.havenline.http.Request;
import org.havenline.responder.Presence;

/// What follows when a console says that it is still there.
public final class LifeSigns {
  private final Presence presence;
  private final Access access;

  public LifeSigns(Presence presence, Access access) {
    this.presence = presence;
    this.access = access;
  }

  /// Renews the presence. On duty it counts as use of the session too: a night may be quiet for
  /// longer than a session lives unused, and she must be there when it ends.
  ///
  /// @return who it is, as the tables have her now; empty when the session is over
  Optional<SignedIn> heard(SignedIn who, Request handshake) {
    var onDuty = presence.renew(who.id()).filter("available"::equals).isPresent();
    return access.who(handshake, onDuty);
  }
}
