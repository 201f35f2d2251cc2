package org.havenline.referral.imports.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.havenline.referral.imports.report.Origin;

/// Is given what a file holds, in order.
public interface Rows {
  /// One row or record.
  void row(ObjectNode row, Origin origin);

  /// A piece that is no row; the file goes on behind it.
  void broken(Origin origin, String reason);

  /// Nothing behind here can be read.
  void brokenOff(Origin origin, String reason);
}
