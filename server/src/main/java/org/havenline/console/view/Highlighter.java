package org.havenline.console.view;

import java.util.List;

/// Finds the words of a message that point at danger, for the one who reads it.
@FunctionalInterface
public interface Highlighter {

  /// @param language BCP 47
  List<Found> find(String text, String language);

  /// Words in a message: UTF-16 units, `end` excluded.
  ///
  /// @param code what they point at, such as `debt-bondage`
  record Found(int start, int end, String code) {}
}
