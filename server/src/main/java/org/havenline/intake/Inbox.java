package org.havenline.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.InstantSource;
import org.havenline.channel.Address;
import org.havenline.channel.InboundMessage;
import org.havenline.contact.LineKeys;
import org.havenline.contact.PersonId;
import org.havenline.privacy.Pseudonyms;
import org.havenline.privacy.Vault;
import org.havenline.redis.GroupWriter;
import org.havenline.redis.RedisScript;

/// What was accepted and not yet understood, a lane for each person. A message is here, sealed and
/// on disk, before it is acknowledged, and once however often it is delivered.
///
/// Keys:
/// - `{line}:sid-in:<sid>` digest of an accepted message, for 8 days: longer than any sweep looks
///   back
/// - `{line}:inbox…` lanes by person, see [org.havenline.lane.Lanes]; an item is the sid, a newline
///   and the sealed message
public final class Inbox {
  public static final String LANES = "inbox";
  private static final RedisScript ACCEPT = RedisScript.of(Inbox.class, "accept.lua");
  private static final Duration REMEMBERED = Duration.ofDays(8);

  /// What became of a message at the door.
  enum Receipt {
    TAKEN,
    KNOWN,
    CONFLICT
  }

  private final GroupWriter writer;
  private final LineKeys keys;
  private final Vault vault;
  private final Pseudonyms pseudonyms;
  private final InstantSource clock;

  public Inbox(
      GroupWriter writer, LineKeys keys, Vault vault, Pseudonyms pseudonyms, InstantSource clock) {
    this.writer = writer;
    this.keys = keys;
    this.vault = vault;
    this.pseudonyms = pseudonyms;
    this.clock = clock;
  }

  Receipt accept(InboundMessage message) {
    var answer =
        writer.run(
            ACCEPT,
            keys.prefix(),
            message.sid(),
            digest(message),
            person(message.from()),
            entry(message),
            clock.millis(),
            REMEMBERED.toMillis());
    return switch ((int) answer.number()) {
      case 1 -> Receipt.TAKEN;
      case 0 -> Receipt.KNOWN;
      default -> Receipt.CONFLICT;
    };
  }

  /// The person behind an address, the same for the same address on the same channel.
  PersonId person(Address from) {
    return new PersonId(pseudonyms.of(keys.line() + "|" + from.channel() + "|" + from.value()));
  }

  /// @throws org.havenline.privacy.Unreadable when the item is not what was sealed here
  InboundMessage open(byte[] entry) {
    var sid = sid(entry);
    var sealed = java.util.Arrays.copyOfRange(entry, sid.getBytes(UTF_8).length + 1, entry.length);
    return InboundForm.read(vault.open(sealed, context(sid)));
  }

  static String sid(byte[] entry) {
    int end = 0;
    while (entry[end] != '\n') {
      end++;
    }
    return new String(entry, 0, end, UTF_8);
  }

  private byte[] entry(InboundMessage message) {
    var sid = (message.sid() + "\n").getBytes(UTF_8);
    var sealed = vault.seal(InboundForm.write(message), context(message.sid()));
    var entry = java.util.Arrays.copyOf(sid, sid.length + sealed.length);
    System.arraycopy(sealed, 0, entry, sid.length, sealed.length);
    return entry;
  }

  private String context(String sid) {
    return keys.line() + "|inbox|" + sid;
  }

  private String digest(InboundMessage message) {
    return pseudonyms.of("digest|" + message.from().value() + "|" + message.text()).substring(0, 8);
  }
}
