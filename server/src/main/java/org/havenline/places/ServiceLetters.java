package org.havenline.places;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.channel.Address;
import org.havenline.channel.InboundMessage;
import org.havenline.channel.outbox.Envelopes;
import org.havenline.contact.MessageId;
import org.havenline.escalation.Letters;
import org.havenline.privacy.Pseudonyms;
import org.havenline.queue.Tables;
import org.havenline.referral.hsds.Fields;
import org.havenline.referral.hsds.OwnFields;

/// Neutral texts to services, sealed and ready for a script to send.
public final class ServiceLetters {
  /// Later, the figures it asks for are others.
  static final Duration NOT_AFTER = Duration.ofMinutes(30);

  static final Duration KEPT = Duration.ofDays(3);

  private final Supplier<Tables> tables;
  private final Envelopes envelopes;
  private final Letters.Sentences sentences;
  private final Pseudonyms pseudonyms;
  private final Runnable written;

  /// A text ready to be sent.
  record Letter(MessageId id, byte[] sealed) {}

  /// @param written is told that the outbox has something new
  public ServiceLetters(
      Supplier<Tables> tables,
      Envelopes envelopes,
      Letters.Sentences sentences,
      Pseudonyms pseudonyms,
      Runnable written) {
    this.tables = tables;
    this.envelopes = envelopes;
    this.sentences = sentences;
    this.pseudonyms = pseudonyms;
    this.written = written;
  }

  /// Asks who wrote this to write it again; empty when an operator's texts have no such sentence.
  Optional<Letter> again(JsonNode service, InboundMessage message) {
    return letter(service, "placesAgain", message.to(), message.from(), message.sid());
  }

  /// @param occasion the same for the same reminder
  Optional<Letter> reminder(JsonNode service, Address from, Address to, String occasion) {
    return letter(service, "placesReminder", from, to, occasion);
  }

  void written() {
    written.run();
  }

  private Optional<Letter> letter(
      JsonNode service, String key, Address from, Address to, String occasion) {
    return sentences
        .in(language(service), key, Map.of())
        .map(text -> {
          var id = new MessageId("s" + pseudonyms.of(key + "|" + occasion));
          return new Letter(id, envelopes.letter(id, from, to, text));
        });
  }

  /// Of its own texts, else of the line.
  private String language(JsonNode service) {
    return Fields.text(OwnFields.of(service), "language")
        .orElseGet(() -> tables.get().line().languages().getFirst());
  }
}
