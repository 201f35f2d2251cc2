package org.havenline.referral.search.index;

import org.apache.lucene.util.Version;

/// How an index was made: one made another way is made anew.
final class Making {
  /// Raised when documents, words or [org.havenline.referral.eligibility.Fit] change.
  private static final int VERSION = 1;

  private Making() {}

  static String stamp() {
    return VERSION + " " + Version.LATEST;
  }
}
