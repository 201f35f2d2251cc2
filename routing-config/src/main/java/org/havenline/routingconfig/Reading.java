package org.havenline.routingconfig;

import java.util.List;

/// What came of reading tables: all of them, or everything that is wrong with them.
public sealed interface Reading {
  /// Tables without a fault.
  record Sound(RoutingTables tables) implements Reading {}

  /// At least one finding, in the order of files and lines. Nothing may be put in force.
  record Faulty(List<Finding> findings) implements Reading {}
}
