package org.havenline.translations;

import java.util.List;

/// What came of reading texts: all of them, or everything that is wrong with them.
public sealed interface Reading {
  /// Texts without a fault.
  record Sound(Texts texts) implements Reading {}

  /// At least one finding. The texts may not be used.
  record Faulty(List<Finding> findings) implements Reading {}
}
