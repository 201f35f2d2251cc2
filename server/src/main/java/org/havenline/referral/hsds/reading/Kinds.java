package org.havenline.referral.hsds.reading;

import java.util.Set;
import org.havenline.referral.directory.ServiceKind;

/// Our kinds of service for the codes and labels of a directory's own taxonomy.
@FunctionalInterface
public interface Kinds {
  /// Nothing is known of any taxonomy.
  Kinds UNKNOWN = terms -> Set.of();

  /// @param terms codes and labels as the directory writes them
  Set<ServiceKind> of(Set<String> terms);
}
