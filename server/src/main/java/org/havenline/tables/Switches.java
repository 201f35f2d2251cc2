package org.havenline.tables;

import java.util.Map;
import org.havenline.contact.LineId;
import org.havenline.routingconfig.Mode;

/// What an administrator can turn at once, without a new version.
///
/// @param down lines that cannot answer → the number calls are forwarded to, empty for none
public record Switches(Mode mode, Map<LineId, String> down) {
  public Switches {
    down = Map.copyOf(down);
  }

  /// Without the numbers.
  @Override
  public String toString() {
    return "Switches[" + mode + ", down " + down.keySet() + "]";
  }
}
