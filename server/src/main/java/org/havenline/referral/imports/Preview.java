package org.havenline.referral.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
/// @param names of the new, changed and missing ones, as far as they have any
/// @param puts the changes made ready
public record Preview(
    String source,
    Ledger ledger,
    List<ServiceId> added,
    Map<ServiceId, List<String>> changed,
    int unchanged,
    List<ServiceId> missing,
    Map<ServiceId, String> names,
    List<Put> puts) {
  public Preview {
    added = List.copyOf(added);
    missing = List.copyOf(missing);
    names = Map.copyOf(names);
    puts = List.copyOf(puts);
  }

  /// The same for the same changes of the same directory: who applies it can be sure that it is
  /// what was shown. Tells nothing else.
  public String fingerprint() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var put : puts) {
        var mark = put.mark();
        for (var part :
            List.of(
                put.id().value(),
                "" + put.before(),
                mark.digest(),
                "" + mark.seen(),
                mark.source())) {
          digest.update((part.length() + ":" + part).getBytes(UTF_8));
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
