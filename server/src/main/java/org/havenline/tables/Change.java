package org.havenline.tables;

import java.util.ArrayList;
import java.util.List;
import org.havenline.routingconfig.Mode;

/// Fields of the archive that one deed changes, all at once.
final class Change {
  private final List<Object> fields = new ArrayList<>();

  Change set(String hash, Object field, Object value) {
    fields.addAll(List.of(hash, field, value));
    return this;
  }

  Change remove(String hash, Object field) {
    return set(hash, field, "");
  }

  Change keep(Version version) {
    return set("versions", version.number(), version.json());
  }

  /// @param stamp the number of the entry that notes it
  Change putInForce(long stamp, long version, long before) {
    return set("now", "stamp", stamp).set("now", "version", version).set("now", "before", before);
  }

  Change mode(long stamp, Mode mode) {
    return set("now", "stamp", stamp).set("now", "mode", mode);
  }

  List<Object> fields() {
    return List.copyOf(fields);
  }
}
