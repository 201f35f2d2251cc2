package org.havenline.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.havenline.contact.ContactId;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineKeys;
import org.havenline.contact.MessageId;
import org.havenline.privacy.ConversationKey;
import org.havenline.privacy.Vault;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;

/// The sealed texts of conversations.
///
/// Keys:
/// - `{contact}:transcript` hash: message → its text, and `<message>|sound` → its sound where it
///   was spoken, sealed with the conversation's own key; in a slot of its own, so that a cluster
///   spreads them
/// - `{line}:contact:<id>` field `key`: that key, wrapped by the vault
///
/// A text is written here before the script that puts it into its conversation runs; what no
/// conversation names is never shown and runs out by itself.
public final class Transcripts {
  /// How long an untouched conversation is kept.
  public static final Duration KEPT = Duration.ofDays(3);

  private static final RedisScript KEEP = RedisScript.of(Transcripts.class, "keep.lua");

  private final Redis redis;
  private final Contacts contacts;
  private final Vault vault;

  /// Keys in use; rebuilt from Redis at any time, forgotten soon after the last use.
  private final Cache<ContactId, ConversationKey> keys =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(Duration.ofMinutes(5)).build();

  public Transcripts(Redis redis, Contacts contacts, Vault vault) {
    this.redis = redis;
    this.contacts = contacts;
    this.vault = vault;
  }

  /// The key of a conversation, empty when it is gone, and with it every text.
  public Optional<ConversationKey> key(ContactId contact) {
    var known = keys.getIfPresent(contact);
    if (known != null) {
      return Optional.of(known);
    }
    var found = contacts.field(contact, "key").map(wrapped -> key(contact, wrapped));
    found.ifPresent(key -> keys.put(contact, key));
    return found;
  }

  /// A key for a conversation that is about to begin; it counts once the contact holds it.
  public ConversationKey newKey(ContactId contact) {
    return ConversationKey.create(vault, contact.value());
  }

  /// A key as it is stored.
  public ConversationKey key(ContactId contact, byte[] wrapped) {
    return ConversationKey.unwrap(vault, wrapped, contact.value());
  }

  /// Writes the text of a message that is not yet part of its conversation; a text left there by a
  /// try that did not come to its end is replaced.
  public void write(ContactId contact, ConversationKey key, MessageId message, String text) {
    store("always", contact, message.value(), seal(contact, key, message, text));
  }

  /// Writes the text of an answer, unless it is there already: the same answer tried again must not
  /// change what may have been sent. So is the first text of a contact, which one who is late must
  /// not write anew under a key of his own.
  public void writeOnce(ContactId contact, ConversationKey key, MessageId message, String text) {
    store("once", contact, message.value(), seal(contact, key, message, text));
  }

  private static byte[] seal(
      ContactId contact, ConversationKey key, MessageId message, String text) {
    return key.seal(text, context(contact, message));
  }

  /// Writes the sound of a message that was spoken; it goes when the texts go.
  public void writeSound(ContactId contact, ConversationKey key, MessageId message, byte[] sound) {
    var sealed = key.sealBytes(sound, soundOf(context(contact, message)));
    store("always", contact, soundOf(message.value()), sealed);
  }

  private static String soundOf(String message) {
    return message + "|sound";
  }

  private void store(String when, ContactId contact, String field, byte[] sealed) {
    redis.run(KEEP, LineKeys.transcript(contact), field, sealed, when, KEPT.toMillis());
  }

  /// The sound of a message; empty when it has none, or it is gone.
  public Optional<byte[]> sound(ContactId contact, MessageId message) {
    return key(contact)
        .flatMap(key ->
            redis
                .call("HGET", LineKeys.transcript(contact), soundOf(message.value()))
                .optionalBytes()
                .map(sealed -> key.openBytes(sealed, soundOf(context(contact, message)))));
  }

  /// The texts of messages, in the order asked; empty where one is gone.
  public List<Optional<String>> read(ContactId contact, List<MessageId> messages) {
    var key = key(contact);
    if (key.isEmpty() || messages.isEmpty()) {
      return messages.stream().map(_ -> Optional.<String>empty()).toList();
    }
    var arguments = new Object[messages.size() + 1];
    arguments[0] = LineKeys.transcript(contact);
    for (int i = 0; i < messages.size(); i++) {
      arguments[i + 1] = messages.get(i);
    }
    var sealed = redis.call("HMGET", arguments).list();
    var texts = new java.util.ArrayList<Optional<String>>();
    for (int i = 0; i < messages.size(); i++) {
      var context = context(contact, messages.get(i));
      texts.add(sealed.get(i).optionalBytes().map(bytes -> key.get().open(bytes, context)));
    }
    return texts;
  }

  public Optional<String> read(ContactId contact, MessageId message) {
    return read(contact, List.of(message)).getFirst();
  }

  private static String context(ContactId contact, MessageId message) {
    return contact + "|" + message;
  }
}
