package org.havenline.contact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.havenline.redis.Redis;

/// Reads contacts.
///
/// Keys:
/// - `{line}:contact:<id>` hash: a contact, see [ContactFields]
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
    return fields.isEmpty() ? Optional.empty() : Optional.of(ContactFields.parse(id, fields));
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

  static String text(Map<String, byte[]> fields, String name, String otherwise) {
    var value = fields.get(name);
    return value == null ? otherwise : new String(value, UTF_8);
  }

  static List<String> words(String joined) {
    return joined.isEmpty() ? List.of() : Arrays.asList(joined.split("\n", -1));
  }
}
