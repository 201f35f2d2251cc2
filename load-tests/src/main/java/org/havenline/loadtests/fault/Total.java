package org.havenline.loadtests.fault;

import org.havenline.loadtests.report.Report;
import org.havenline.loadtests.truth.Verdict;

/// The verdicts of a run, added up.
final class Total {
  private long sent;
  private long promised;
  private long lost;
  private long twice;
  private long unexpected;
  private boolean sharp = true;

  void add(Verdict verdict) {
    sent += verdict.sent();
    promised += verdict.promised();
    lost += verdict.lost().size();
    twice += verdict.twice().size();
    unexpected += verdict.unexpected().size();
  }

  /// @param seen whether a planted loss and a planted duplicate were seen
  void eye(boolean seen) {
    sharp &= seen;
  }

  long promised() {
    return promised;
  }

  long lost() {
    return lost;
  }

  void rows(Report report) {
    report.row("no acknowledged text lost", "%,d lost of %,d".formatted(lost, promised), lost == 0);
    report.row("each shown once", "%,d twice of %,d sent".formatted(twice, sent), twice == 0);
    report.row("none that nobody sent", unexpected + " unexpected", unexpected == 0);
    report.row("a planted loss and a planted duplicate are seen", sharp ? "seen" : "MISSED", sharp);
  }
}
