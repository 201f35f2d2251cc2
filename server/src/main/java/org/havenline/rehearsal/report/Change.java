package org.havenline.rehearsal.report;

import java.util.List;

/// A way in which contacts change path between live and draft.
///
/// @param what in words
/// @param contacts how many
/// @param those some of them, or all, in order of arrival
public record Change(String what, int contacts, List<Example> those) {
  /// One contact.
  ///
  /// @param number in order of arrival, from 0
  /// @param arrived ISO 8601, in the line's zone
  /// @param contact in words
  /// @param live what became of it, in words
  /// @param draft the same
  public record Example(int number, String arrived, String contact, String live, String draft) {}

  public Change {
    those = List.copyOf(those);
  }
}
