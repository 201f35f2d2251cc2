package org.havenline.command;

import java.util.Set;
import org.havenline.routingconfig.RoutingTables;

/// The tables the settings name.
///
/// @param texts keys of the translations, which a draft may name
public record InForce(RoutingTables tables, Set<String> texts) {
  public InForce {
    texts = Set.copyOf(texts);
  }
}
