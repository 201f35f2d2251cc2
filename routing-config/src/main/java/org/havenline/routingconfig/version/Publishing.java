package org.havenline.routingconfig.version;

/// How many people it takes to put a version in force.
public enum Publishing {
  ONE_PERSON,
  /// one asks, another approves
  TWO_PEOPLE
}
