package org.havenline.referral.imports.report;

/// What became of the rows of one file. Nothing is lost: `read` is `taken` and `rejected`.
///
/// @param read rows there were
/// @param taken rows that are part of a service now, repaired or as they were
/// @param repaired those of them in which something was repaired
/// @param rejected rows that were left out, each with a reason
public record Tally(long read, long taken, long repaired, long rejected) {
  public static final Tally NONE = new Tally(0, 0, 0, 0);

  public Tally plus(Tally other) {
    return new Tally(
        read + other.read,
        taken + other.taken,
        repaired + other.repaired,
        rejected + other.rejected);
  }
}
