package org.havenline.tables;

import org.havenline.contact.LineId;
import org.havenline.contact.journal.Ruling;
import org.havenline.routingconfig.RoutingTables;

/// What a node decides by: one version of the tables and one state of the switches, never parts of
/// two.
public record InForce(Ruling ruling, RoutingTables tables, Switches switches) {

  public boolean isDown(LineId line) {
    return switches.down().containsKey(line);
  }
}
