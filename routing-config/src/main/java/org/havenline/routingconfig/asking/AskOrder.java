package org.havenline.routingconfig.asking;

/// In which order those who may answer are asked; whom it leaves equal is asked by the others, in
/// the order they stand here, then by id.
public enum AskOrder {
  /// who has had nothing new for the longest time
  LONGEST_IDLE,
  /// who has the fewest conversations now
  LEAST_LOADED,
  /// who speaks the person's language best
  BEST_LANGUAGE
}
