package org.havenline.escalation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.channel.outbox.Envelopes;
import org.havenline.contact.Contact;
import org.havenline.contact.MessageId;
import org.havenline.conversation.Transcripts;
import org.havenline.privacy.Pseudonyms;
import org.havenline.queue.Tables;
import org.havenline.routingconfig.Channel;

/// Automatic texts, sealed and ready for a script to send: to the person who waits, and to people
/// on call. What the same occasion writes again is the same message.
public final class Letters {
  /// The sentence for a key of the translations, in a language; empty when there is no such key.
  public interface Sentences {
    Optional<String> in(String language, String key, Map<String, Object> arguments);
  }

  private final Supplier<Tables> tables;
  private final Transcripts transcripts;
  private final Envelopes envelopes;
  private final Pseudonyms pseudonyms;
  private final Sentences sentences;

  public Letters(
      Supplier<Tables> tables,
      Transcripts transcripts,
      Envelopes envelopes,
      Pseudonyms pseudonyms,
      Sentences sentences) {
    this.tables = tables;
    this.transcripts = transcripts;
    this.envelopes = envelopes;
    this.pseudonyms = pseudonyms;
    this.sentences = sentences;
  }

  /// In her language; nothing to one who calls, who hears in her call what is to be said.
  ///
  /// @param keys the first that the translations have is taken
  Optional<MessageId> toPerson(
      Contact contact, List<String> keys, Map<String, Object> arguments, String occasion) {
    if (contact.channel() == Channel.VOICE) {
      return Optional.empty();
    }
    return keys.stream()
        .flatMap(key -> sentences.in(contact.understanding().language(), key, arguments).stream())
        .findFirst()
        .map(sentence -> sealed(contact, sentence, occasion));
  }

  /// For each number to be paged: the message, and the sealed number. Those people read the line's
  /// main language.
  List<Object> pages(Contact contact, List<String> numbers, String occasion) {
    var language = tables.get().line().languages().getFirst();
    var sentence = sentences.in(language, "page", Map.of()).orElseThrow();
    return numbers.stream()
        .flatMap(number ->
            List.<Object>of(
                sealed(contact, sentence, occasion + number), envelopes.seal(contact.id(), number))
                .stream())
        .toList();
  }

  private MessageId sealed(Contact contact, String sentence, String occasion) {
    var id = new MessageId("a" + pseudonyms.of(contact.id() + "|" + occasion));
    transcripts
        .key(contact.id())
        .ifPresent(sealing -> transcripts.write(contact.id(), sealing, id, sentence));
    return id;
  }
}
