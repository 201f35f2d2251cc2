package org.havenline.contact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.RiskLevel;

/// Reads contacts.
///
/// Keys:
/// - `{line}:contact:<id>` hash: a contact, as its fields are named below; besides, what only its
///   owner reads: `ruled` and `version` (what it is placed by), `key` (the wrapped data key),
///   `address` (of the person, sealed), `from` (the line's address); `known` of a person: who
///   answered her, the last one first
/// - `{line}:open` sorted set: contacts that are not closed → when they arrived (ms)
/// - `{line}:person:<id>` hash: `contact` the open contact of a person, `last` the last one,
///   `contacts` how many ever
public final class Contacts {
  private static final RedisScript OPEN_OF = RedisScript.of(Contacts.class, "open-of.lua");
  private static final RedisScript SEVERAL = RedisScript.of(Contacts.class, "several.lua");
  private static final int MOST = 1_000;
  private static final String RESPONDER = "responder ";
  private static final String COMMUNITY = "community ";

  private final Redis redis;
  private final LineKeys keys;

  public Contacts(Redis redis, LineKeys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  public Optional<Contact> find(ContactId id) {
    var fields = fields(id);
    return fields.isEmpty() ? Optional.empty() : Optional.of(read(id, fields));
  }

  /// Several at one moment, in one round trip; without those that are not there.
  public Map<ContactId, Contact> find(Set<ContactId> ids) {
    var asked = List.copyOf(ids);
    var found = redis.run(SEVERAL, keys.prefix(), asked.toArray()).list();
    var contacts = new HashMap<ContactId, Contact>();
    for (int i = 0; i < asked.size(); i++) {
      var fields = found.get(i).fields();
      if (!fields.isEmpty()) {
        contacts.put(asked.get(i), read(asked.get(i), fields));
      }
    }
    return contacts;
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

  /// The same, as it is.
  public Optional<Contact> openOf(PersonId person) {
    var found = redis.run(OPEN_OF, keys.prefix(), person).list();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var fields = found.get(1).fields();
    var id = new ContactId(found.getFirst().text());
    return fields.isEmpty() ? Optional.empty() : Optional.of(read(id, fields));
  }

  /// The contact a person began last, open or closed.
  public Optional<ContactId> last(PersonId person) {
    return redis.call("HGET", keys.person(person), "last").optionalText().map(ContactId::new);
  }

  /// How many contacts a person ever had.
  public int count(PersonId person) {
    return redis
        .call("HGET", keys.person(person), "contacts")
        .optionalText()
        .map(Integer::parseInt)
        .orElse(0);
  }

  /// What is known of whom a person wants, from her earlier contacts.
  public Contact.Wishes wishes(PersonId person) {
    var found = redis.call("HGETALL", keys.person(person)).fields();
    return wishes(text(found, "wishes", ""), text(found, "minor", ""), text(found, "avoid", ""));
  }

  /// Reads wishes as they are stored.
  ///
  /// @param avoided a line each: `responder <id>` or `community <id>`
  public static Contact.Wishes wishes(String genders, String minor, String avoided) {
    return new Contact.Wishes(
        words(genders).stream().map(Gender::valueOf).collect(Collectors.toUnmodifiableSet()),
        minor.equals("1"),
        new Contact.Avoided(
            named(avoided, RESPONDER).map(ResponderId::new).collect(Collectors.toSet()),
            named(avoided, COMMUNITY).collect(Collectors.toSet())));
  }

  private static Stream<String> named(String lines, String kind) {
    return words(lines).stream()
        .filter(line -> line.startsWith(kind))
        .map(line -> line.substring(kind.length()));
  }

  /// The three values in which wishes are stored: genders, minor, whom she avoids.
  public static List<String> stored(Contact.Wishes wishes) {
    var avoided = wishes.avoided();
    return List.of(
        wishes.genders().stream().map(Gender::name).sorted().collect(Collectors.joining("\n")),
        wishes.minor() ? "1" : "0",
        Stream.concat(
                avoided.responders().stream().map(id -> RESPONDER + id),
                avoided.communities().stream().map(id -> COMMUNITY + id))
            .sorted()
            .collect(Collectors.joining("\n")));
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

  /// A contact from its fields as stored.
  ///
  /// @throws IllegalArgumentException when they are none of a contact
  public static Contact read(ContactId id, Map<String, byte[]> fields) {
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
            text(fields, "candidates", ""),
            RiskLevel.valueOf(text(fields, "risk", "STANDARD")),
            text(fields, "signals", ""),
            text(fields, "unjudged", text(fields, "signals", "")),
            text(fields, "judged", "").equals("1"),
            text(fields, "country", ""),
            Long.parseLong(text(fields, "revision", "0"))),
        new Contact.Place(
            text(fields, "queue", ""),
            text(fields, "rule", ""),
            Long.parseLong(text(fields, "virtual", "0")),
            number(fields, "step"),
            responders(fields, "asked")),
        instant(fields, "arrived"),
        instant(fields, "since"),
        Long.parseLong(text(fields, "epoch", "0")),
        isOffered(fields) ? Optional.empty() : word(fields, "responder").map(ResponderId::new),
        offered(fields),
        number(fields, "messages"),
        number(fields, "unanswered"),
        !text(fields, "textable", "1").equals("0"),
        new Contact.Escalated(
            text(fields, "did", ""),
            word(fields, "interpreter"),
            word(fields, "partner"),
            word(fields, "call-back").map(Long::parseLong).map(Instant::ofEpochMilli),
            word(fields, "back-state")
                .map(state ->
                    new Contact.Promised(
                        state,
                        word(fields, "back-at").map(Long::parseLong).map(Instant::ofEpochMilli)))),
        wishes(text(fields, "wishes", ""), text(fields, "minor", ""), text(fields, "avoid", "")),
        responders(fields, "answered"),
        text(fields, "subline", ""),
        new Contact.Menu(
            word(fields, "menu").map(all -> List.of(all.split(" ", -1))).orElse(List.of()),
            text(fields, "menu-state", "").equals("open"),
            instant(fields, "menu-asked")),
        word(fields, "left").map(Long::parseLong).map(Instant::ofEpochMilli),
        word(fields, "forced"));
  }

  private static Optional<String> word(Map<String, byte[]> fields, String name) {
    return Optional.of(text(fields, name, "")).filter(word -> !word.isEmpty());
  }

  private static Set<ResponderId> responders(Map<String, byte[]> fields, String name) {
    return words(text(fields, name, "")).stream()
        .map(ResponderId::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<Contact.Offered> offered(Map<String, byte[]> fields) {
    return isOffered(fields)
        ? Optional.of(
            new Contact.Offered(
                instant(fields, "until"),
                responders(fields, "responder").stream()
                    .collect(
                        Collectors.toMap(
                            Function.identity(),
                            one -> words(text(fields, "reasons " + one, ""))))))
        : Optional.empty();
  }

  private static boolean isOffered(Map<String, byte[]> fields) {
    return text(fields, "state", "").equals("offered");
  }

  /// What is stored of an understanding, as names and values in turn; its revision is the scripts'.
  public static List<Object> fields(Contact.Understanding understanding) {
    return new ArrayList<>(
        List.of(
            "language", understanding.language(),
            "confidence", understanding.confidence(),
            "certainty", understanding.certainty(),
            "evidence", understanding.evidence(),
            "candidates", understanding.candidates(),
            "risk", understanding.risk(),
            "signals", understanding.signals(),
            "unjudged", understanding.unjudged(),
            "judged", understanding.judged() ? 1 : 0,
            "country", understanding.country()));
  }

  private static int number(Map<String, byte[]> fields, String name) {
    return Integer.parseInt(text(fields, name, "0"));
  }

  private static Instant instant(Map<String, byte[]> fields, String name) {
    return Instant.ofEpochMilli(Long.parseLong(text(fields, name, "0")));
  }
}
