package org.havenline.referral.search.index;

import java.util.stream.Stream;
import org.havenline.referral.directory.ServiceAtLocation;

/// Where the directory itself is kept; an index is only made of it.
public interface Source {
  /// What tells this state of the directory from every other; an index made of another is made
  /// anew.
  String stamp();

  /// All services, to be closed.
  Stream<ServiceAtLocation> all();
}
