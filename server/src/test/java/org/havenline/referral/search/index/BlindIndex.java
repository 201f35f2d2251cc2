package org.havenline.referral.search.index;

import java.nio.file.Path;
import org.havenline.referral.eligibility.Fit.Requirement;

/// An index that forgets to ask one question.
public final class BlindIndex {
  private BlindIndex() {}

  public static ServiceIndex open(Path folder, Source source, Requirement hole) {
    return ServiceIndex.open(folder, source, Refusals.blindTo(hole));
  }
}
