package org.havenline.routingconfig.staff;

/// What a member of staff may do. Roles add up; none implies another.
public enum Role {
  /// answers contacts
  RESPONDER,
  /// sees the whole board and acts on it
  SUPERVISOR,
  /// changes tables and texts, never sees content
  ADMINISTRATOR
}
