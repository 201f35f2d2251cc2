package org.havenline.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.havenline.privacy.Pseudonyms;

/// Links each entry to the one before (HMAC-SHA256 over both): an entry that was changed, taken
/// out, put in or moved breaks the chain. The key is not in the store, so whoever can write there
/// cannot mend it.
///
/// What a chain alone cannot show is that its newest entries were cut off; each seal is therefore
/// also written to the log of the server.
public final class AuditChain {
  private final Pseudonyms pseudonyms;

  public AuditChain(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  public AuditEntry after(
      AuditEntry last, Instant at, Author author, String deed, String object, String reason) {
    // as precise as it is kept
    var time = Instant.ofEpochMilli(at.toEpochMilli());
    var entry = new AuditEntry(last.n() + 1, time, author, deed, object, reason, "");
    return new AuditEntry(entry.n(), time, author, deed, object, reason, seal(last, entry));
  }

  /// The number of the first entry that is not as it was written.
  ///
  /// @param entries all of them, the oldest first
  public OptionalLong firstBroken(List<AuditEntry> entries) {
    var last = AuditEntry.NONE;
    for (var entry : entries) {
      if (entry.n() != last.n() + 1 || !entry.seal().equals(seal(last, entry))) {
        return OptionalLong.of(last.n() + 1);
      }
      last = entry;
    }
    return OptionalLong.empty();
  }

  /// Over a JSON list, in which no part can pass for a piece of its neighbour.
  private String seal(AuditEntry last, AuditEntry entry) {
    var parts =
        JsonNodeFactory.instance
            .arrayNode()
            .add("audit")
            .add(last.seal())
            .add(entry.n())
            .add(entry.at().toEpochMilli())
            .add(entry.author().name())
            .add(entry.deed())
            .add(entry.object())
            .add(entry.reason());
    return pseudonyms.of(parts.toString());
  }
}
