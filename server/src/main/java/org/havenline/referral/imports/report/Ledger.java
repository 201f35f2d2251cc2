package org.havenline.referral.imports.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.havenline.referral.imports.report.Finding.Kind;

/// Keeps account of every row while an import is read.
public final class Ledger {
  /// Of each reason in each file, so many findings are listed; all are counted.
  private static final int LISTED = 1_000;

  private final SortedMap<String, Tally> tallies = new TreeMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Long> counts = new TreeMap<>();
  private final Set<Origin> taken = new HashSet<>();
  private final Set<Origin> rejected = new HashSet<>();
  private final Set<Origin> repaired = new HashSet<>();
  private boolean whole = true;

  /// One more row there is.
  public void read(String file) {
    tallies.merge(file, new Tally(1, 0, 0, 0), Tally::plus);
  }

  /// It is part of a service; saying so again changes nothing.
  public void taken(Origin row) {
    if (!rejected.contains(row) && taken.add(row)) {
      tallies.merge(row.file(), new Tally(0, 1, repaired.contains(row) ? 1 : 0, 0), Tally::plus);
    }
  }

  /// It is left out. A row that is part of a service stays so.
  public void rejected(Origin row, String field, String reason) {
    if (!taken.contains(row) && rejected.add(row)) {
      tallies.merge(row.file(), new Tally(0, 0, 0, 1), Tally::plus);
      note(new Finding(Kind.REJECTED, row, field, reason));
    }
  }

  public void repaired(Origin row, String field, String reason) {
    if (repaired.add(row) && taken.contains(row)) {
      tallies.merge(row.file(), new Tally(0, 0, 1, 0), Tally::plus);
    }
    note(new Finding(Kind.REPAIRED, row, field, reason));
  }

  /// A file could not be read to its end: what it does not name may still be there.
  public void brokenOff() {
    whole = false;
  }

  /// Whether everything there was has been read.
  public boolean whole() {
    return whole;
  }

  public boolean isTaken(Origin row) {
    return taken.contains(row);
  }

  private void note(Finding finding) {
    if (counts.merge(finding.group(), 1L, Long::sum) <= LISTED) {
      findings.add(finding);
    }
  }

  public SortedMap<String, Tally> tallies() {
    return new TreeMap<>(tallies);
  }

  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /// [Finding#group()] → how many, of all findings.
  public Map<String, Long> counts() {
    return new TreeMap<>(counts);
  }

  public Tally sum() {
    return tallies.values().stream().reduce(Tally.NONE, Tally::plus);
  }
}
