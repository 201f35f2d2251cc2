package org.havenline.channel.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import org.havenline.channel.Address;
import org.havenline.channel.OutboundMessage;
import org.havenline.contact.ContactId;
import org.havenline.contact.LineKeys;
import org.havenline.contact.MessageId;
import org.havenline.conversation.Transcripts;
import org.havenline.privacy.Vault;
import org.havenline.redis.Redis;
import org.havenline.redis.Reply;
import org.havenline.routingconfig.Channel;

/// Puts a message that leaves together: its text, where from, where to. The person's number is
/// unsealed here and nowhere else.
public final class Envelopes {
  private final Redis redis;
  private final LineKeys keys;
  private final Transcripts transcripts;
  private final Vault vault;

  public Envelopes(Redis redis, LineKeys keys, Transcripts transcripts, Vault vault) {
    this.redis = redis;
    this.keys = keys;
    this.transcripts = transcripts;
    this.vault = vault;
  }

  /// A number as it is stored with a contact or a page.
  public byte[] seal(ContactId contact, String number) {
    return vault.seal(number.getBytes(UTF_8), context(contact));
  }

  /// Where a person and the line reach one another.
  public record Between(Address hers, Address ours) {}

  /// Empty when her contact has run out.
  public Optional<Between> between(ContactId contact) {
    var found = redis.call("HMGET", keys.contact(contact), "channel", "address", "from").list();
    if (found.stream().anyMatch(Reply::isNull)) {
      return Optional.empty();
    }
    var channel = Channel.valueOf(found.get(0).text());
    return Optional.of(
        new Between(
            new Address(channel, open(contact, found.get(1).bytes())),
            new Address(channel, open(contact, found.get(2).bytes()))));
  }

  /// Empty when its text or its contact has run out.
  Optional<OutboundMessage> of(MessageId id) {
    var message =
        redis.call("HMGET", keys.message(id), "contact", "not-after", "to", "letter").list();
    var letter = message.get(3).optionalBytes();
    if (letter.isPresent()) {
      return Optional.of(letter(id, letter.get(), message.get(1).number()));
    }
    if (message.getFirst().isNull()) {
      return Optional.empty();
    }
    var contact = new ContactId(message.getFirst().text());
    var found = redis.call("HMGET", keys.contact(contact), "channel", "address", "from").list();
    var text = transcripts.read(contact, id);
    if (found.getFirst().isNull() || text.isEmpty()) {
      return Optional.empty();
    }
    var page = message.get(2).optionalBytes();
    // a page goes to a member of staff, always as a text
    var channel = page.isPresent() ? Channel.SMS : Channel.valueOf(found.get(0).text());
    var from = open(contact, found.get(2).bytes());
    var to = open(contact, page.orElseGet(() -> found.get(1).bytes()));
    return Optional.of(
        new OutboundMessage(
            keys.line(),
            id,
            new Address(channel, from),
            new Address(channel, to),
            text.get(),
            Instant.ofEpochMilli(message.get(1).number())));
  }

  /// A text to somebody who is no contact, sealed whole.
  public byte[] letter(MessageId id, Address from, Address to, String text) {
    var whole = String.join("\n", to.channel().name(), from.value(), to.value(), text);
    return vault.seal(whole.getBytes(UTF_8), context(id));
  }

  private OutboundMessage letter(MessageId id, byte[] sealed, long notAfter) {
    var parts = new String(vault.open(sealed, context(id)), UTF_8).split("\n", 4);
    var channel = Channel.valueOf(parts[0]);
    return new OutboundMessage(
        keys.line(),
        id,
        new Address(channel, parts[1]),
        new Address(channel, parts[2]),
        parts[3],
        Instant.ofEpochMilli(notAfter));
  }

  private String context(MessageId letter) {
    return keys.line() + "|letter|" + letter;
  }

  private String open(ContactId contact, byte[] sealed) {
    return new String(vault.open(sealed, context(contact)), UTF_8);
  }

  private static String context(ContactId contact) {
    return contact + "|address";
  }
}
