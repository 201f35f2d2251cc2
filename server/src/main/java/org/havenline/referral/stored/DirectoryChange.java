package org.havenline.referral.stored;

import java.util.List;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.directory.ServiceId;

/// What a follower of the directory is told.
public sealed interface DirectoryChange {
  /// A service as it is now; its first time, or changed. Told at least once, in order.
  ///
  /// @param read as search may know it: of a confidential place the coarse area only
  record Present(ServiceId id, long revision, List<ServiceAtLocation> read)
      implements DirectoryChange {}

  /// Everything up to here has been told; what comes now is new.
  ///
  /// @param position to go on from after a restart
  record CaughtUp(long position) implements DirectoryChange {}
}
