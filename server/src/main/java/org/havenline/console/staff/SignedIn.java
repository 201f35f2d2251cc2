package org.havenline.console.staff;

import org.havenline.console.staff.Sessions.Session;
import org.havenline.contact.ResponderId;
import org.havenline.routingconfig.staff.Responder;
import org.havenline.routingconfig.staff.Role;

/// A member of staff as the routing tables have her now, with the session she acts in.
public record SignedIn(Responder member, Session session) {
  public ResponderId id() {
    return session.staff();
  }

  public boolean is(Role role) {
    return member.roles().contains(role);
  }
}
