package org.havenline.referral.imports;

import java.util.List;
import java.util.Map;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.imports.report.Ledger;
import org.havenline.referral.stored.Put;

/// What an import would do, before it does it.
///
/// @param source the name its records are known under
/// @param ledger what became of each row
/// @param added services the directory does not have
/// @param changed each with what would change
/// @param unchanged how many are as they are
/// @param missing services the source had at its last import and has no more: they are kept, and
///   marked as not seen
/// @param puts the changes made ready
public record Preview(
    String source,
    Ledger ledger,
    List<ServiceId> added,
    Map<ServiceId, List<String>> changed,
    int unchanged,
    List<ServiceId> missing,
    List<Put> puts) {
  public Preview {
    added = List.copyOf(added);
    missing = List.copyOf(missing);
    puts = List.copyOf(puts);
  }
}
