package org.havenline.routingconfig.taskrouter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.havenline.routingconfig.Finding;

/// What will be different here, each thing once.
final class Warnings {
  private static final int MOST = 500;

  private final Set<Finding> all = new LinkedHashSet<>();
  private String file = "";

  /// Where the following belongs: a workflow or a file.
  void at(String place) {
    file = place;
  }

  void add(String what, String remedy) {
    if (all.size() < MOST) {
      all.add(new Finding(file, 0, what, remedy));
    }
  }

  List<Finding> all() {
    return List.copyOf(all);
  }
}
