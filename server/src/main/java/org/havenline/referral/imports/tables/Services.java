package org.havenline.referral.imports.tables;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.havenline.referral.imports.report.Origin;

/// Is given whole services, raw as they were found: in HSDS's full form or near it.
@FunctionalInterface
public interface Services {
  /// @param service its rows carry their origins
  void service(ObjectNode service, Origin origin);
}
