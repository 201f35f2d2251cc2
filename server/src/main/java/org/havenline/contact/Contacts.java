package org.havenline.contact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.havenline.redis.Redis;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.RiskLevel;

/// Reads contacts.
///
/// Keys:
/// - `{line}:contact:<id>` hash: a contact, as its fields are named below; besides, what only its
///   owner reads: `ruled` and `version` (what it is placed by), `key` (the wrapped data key),
///   `address` (of the person, sealed), `from` (the line's address)
/// - `{line}:open` sorted set: contacts that are not closed → when they arrived (ms)
/// - `{line}:person:<id>` hash: `contact` the open contact of a person, `contacts` how many ever
public final class Contacts {
  private static final int MOST = 1_000;

  private final Redis redis;
  private final LineKeys keys;

  public Contacts(Redis redis, LineKeys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  public Optional<Contact> find(ContactId id) {
    var fields = fields(id);
    return fields.isEmpty() ? Optional.empty() : Optional.of(parse(id, fields));
  }

  /// Every contact that is not closed, oldest arrival first, at most 1,000.
  public List<Contact> open() {
    return redis.call("ZRANGE", keys.of("open"), 0, MOST - 1).texts().stream()
        .flatMap(id -> find(new ContactId(id)).stream())
        .toList();
  }

  /// The contact a person has open now.
  public Optional<ContactId> of(PersonId person) {
    return redis.call("HGET", keys.person(person), "contact").optionalText().map(ContactId::new);
  }

  /// How many contacts a person ever had.
  public int count(PersonId person) {
    return redis
        .call("HGET", keys.person(person), "contacts")
        .optionalText()
        .map(Integer::parseInt)
        .orElse(0);
  }

  /// A field as stored, for the room that owns it.
  public Optional<byte[]> field(ContactId id, String field) {
    return redis.call("HGET", keys.contact(id), field).optionalBytes();
  }

  private Map<String, byte[]> fields(ContactId id) {
    return redis.call("HGETALL", keys.contact(id)).fields();
  }

  private static String text(Map<String, byte[]> fields, String name, String otherwise) {
    var value = fields.get(name);
    return value == null ? otherwise : new String(value, UTF_8);
  }

  private static List<String> words(String joined) {
    return joined.isEmpty() ? List.of() : Arrays.asList(joined.split("\n", -1));
  }

  private static Contact parse(ContactId id, Map<String, byte[]> fields) {
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
  public static List<Object> fields(Contact.Understanding understanding) {
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
