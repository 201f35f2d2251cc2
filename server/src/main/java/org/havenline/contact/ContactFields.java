package org.havenline.contact;

import static org.havenline.contact.Contacts.text;
import static org.havenline.contact.Contacts.words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.RiskLevel;

/// How a contact lies in its Redis hash. Besides these fields, set once by intake or changed by the
/// scripts, the hash holds what only its owner reads: `key` (the wrapped data key), `address` (of
/// the person, sealed), `from` (the line's address, answers leave from it).
public final class ContactFields {
  private ContactFields() {}

  static Contact parse(ContactId id, Map<String, byte[]> fields) {
    return new Contact(
        id,
        ContactState.parse(text(fields, "state", "closed")),
        new PersonId(text(fields, "person", "unknown")),
        text(fields, "label", ""),
        number(fields, "earlier"),
        Channel.valueOf(text(fields, "channel", "SMS")),
        new Contact.Understanding(
            text(fields, "language", "und"),
            Double.parseDouble(text(fields, "confidence", "0")),
            text(fields, "certainty", "ASK"),
            text(fields, "evidence", ""),
            RiskLevel.valueOf(text(fields, "risk", "STANDARD")),
            text(fields, "signals", ""),
            text(fields, "country", "")),
        new Contact.Place(
            text(fields, "queue", ""),
            text(fields, "rule", ""),
            Long.parseLong(text(fields, "virtual", "0")),
            number(fields, "step"),
            words(text(fields, "asked", "")).stream()
                .map(ResponderId::new)
                .collect(Collectors.toUnmodifiableSet())),
        instant(fields, "arrived"),
        instant(fields, "since"),
        Long.parseLong(text(fields, "epoch", "0")),
        Optional.of(text(fields, "responder", ""))
            .filter(name -> !name.isEmpty())
            .map(ResponderId::new),
        offered(fields),
        number(fields, "messages"),
        number(fields, "unanswered"),
        !text(fields, "textable", "1").equals("0"));
  }

  private static Optional<Contact.Offered> offered(Map<String, byte[]> fields) {
    return text(fields, "state", "").equals("offered")
        ? Optional.of(
            new Contact.Offered(instant(fields, "until"), words(text(fields, "reasons", ""))))
        : Optional.empty();
  }

  /// What intake writes of its understanding, as names and values in turn.
  public static List<Object> of(Contact.Understanding understanding) {
    return new ArrayList<>(
        List.of(
            "language", understanding.language(),
            "confidence", understanding.confidence(),
            "certainty", understanding.certainty(),
            "evidence", understanding.evidence(),
            "risk", understanding.risk(),
            "signals", understanding.signals(),
            "country", understanding.country()));
  }

  private static int number(Map<String, byte[]> fields, String name) {
    return Integer.parseInt(text(fields, name, "0"));
  }

  private static Instant instant(Map<String, byte[]> fields, String name) {
    return Instant.ofEpochMilli(Long.parseLong(text(fields, name, "0")));
  }
}
