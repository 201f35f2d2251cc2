package org.havenline.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import org.havenline.redis.Redis;

/// The keys of an installation, never other ones than its store was written with. New keys beside a
/// store that holds messages would leave all of them unreadable, and a second node with keys of its
/// own would not recognise the first one's people.
///
/// Keys:
/// - `{keys}:mark` a pseudonym of a fixed word, sealed by the vault: opens and agrees only with the
///   right two keys
public record Keys(Vault vault, Pseudonyms pseudonyms) {
  private static final String MARK = "{keys}:mark";

  /// Reads the key files; makes them for a store that has never seen any.
  ///
  /// @throws IllegalStateException with a sentence for the person who starts the server
  /// @throws org.havenline.redis.RedisUnavailable when the store is away
  public static Keys open(Path folder, Redis redis) {
    boolean first = redis.call("GET", MARK).isNull();
    var files = new KeyFolder(folder, first);
    var keys = new Keys(Vault.open(files), Pseudonyms.open(files));
    if (first) {
      redis.call("SET", MARK, keys.vault.seal(keys.word().getBytes(UTF_8), MARK), "NX");
    }
    // read again: another node may have been first
    keys.refuseOthers(folder, redis.call("GET", MARK).bytes());
    return keys;
  }

  private String word() {
    return pseudonyms.of(MARK);
  }

  private void refuseOthers(Path folder, byte[] mark) {
    try {
      if (new String(vault.open(mark, MARK), UTF_8).equals(word())) {
        return;
      }
    } catch (Unreadable e) {
      // the same answer as for other pseudonyms
    }
    throw new IllegalStateException(
        "The keys in %s are not those this Redis was written with. Restore them from your backup; for a further node copy them from the first; for a new beginning use an empty Redis."
            .formatted(folder));
  }
}
