package org.havenline.channel.voice.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.havenline.channel.Address;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineKeys;
import org.havenline.contact.PersonId;
import org.havenline.conversation.SafeTimes;
import org.havenline.privacy.Vault;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.redis.Reply;

/// The calls of a line. What is said in one is never here: it is not recorded.
///
/// Keys:
/// - `{line}:call:<id>` hash: `person`; `from` her address, sealed; `to` the line's number; `stage`
///   menu, waiting, silent, back, over; `menu` the languages in the order she hears them;
///   `language`; `room`; `contact`; `fetched` to which room and when (`fetched-at`); `began`,
///   `heard`, `ended`, when that is known of one that was missed (ms)
/// - `{line}:calling:<person>` string: the call that goes on of a person
/// - `{line}:calls…` lanes by call: something is to be looked at, see [org.havenline.lane.Lanes]
/// - `{line}:call-demand` hash: language → how often it was chosen
/// - `{line}:contact:<id>` and `{line}:person:<id>` field `left`: when she hung up (ms)
public final class Calls {
  /// Twilio ends a call after four hours; the rest is for whoever looks.
  private static final Duration KEPT = Duration.ofHours(24);

  private static final RedisScript BEGIN = RedisScript.of(Calls.class, "begin.lua");
  private static final RedisScript MISSED = RedisScript.of(Calls.class, "missed.lua");
  private static final RedisScript HEARD = RedisScript.of(Calls.class, "heard.lua");
  private static final RedisScript WAITS = RedisScript.of(Calls.class, "waits.lua");
  private static final RedisScript SEEN = RedisScript.of(Calls.class, "seen.lua");

  /// Where she is fetched to when all is said; no room is called so.
  private static final String OUT = ".out";

  /// The last words are heard to their end in it.
  private static final Duration FAREWELL = Duration.ofSeconds(20);

  private static final RedisScript NOTE = RedisScript.of(Calls.class, "note.lua");
  private static final RedisScript MEET = RedisScript.of(Calls.class, "meet.lua");
  private static final RedisScript FETCH = RedisScript.of(Calls.class, "fetch.lua");
  private static final RedisScript OVER = RedisScript.of(Calls.class, "over.lua");
  private static final RedisScript NUDGE = RedisScript.of(Calls.class, "nudge.lua");

  private final Redis redis;
  private final LineKeys keys;
  private final StoredCall stored;
  private final Function<Address, PersonId> person;
  private final Runnable nudged;
  private final InstantSource clock;

  /// @param person behind an address
  /// @param nudged is told that a worker has something to look at
  public Calls(
      Redis redis,
      LineKeys keys,
      Vault vault,
      Function<Address, PersonId> person,
      Runnable nudged,
      InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.stored = new StoredCall(vault, keys);
    this.person = person;
    this.nudged = nudged;
    this.clock = clock;
  }

  /// A call comes in; when it is asked about again, it is the same.
  ///
  /// @param menu the languages she is asked for; she hears them in this order to the end of the
  ///   menu, whatever others choose meanwhile
  public Call begin(CallId id, Caller caller, String to, List<String> menu) {
    var alone = Caller.alone(id);
    var begun =
        redis
            .run(
                BEGIN,
                keys.prefix(),
                id,
                person.apply(alone),
                caller.address().map(person).map(PersonId::value).orElse(""),
                clock.millis(),
                stored.seal(id, caller.address().orElse(alone)),
                stored.seal(id, alone),
                to,
                KEPT.toMillis(),
                String.join(" ", menu))
            .list();
    if (begun.get(1).number() == 1) {
      nudged.run();
    }
    return stored.read(id, begun.getFirst().fields());
  }

  /// A call that the provider lists. It is looked after like every other from here on, so a node
  /// that dies now loses nothing.
  ///
  /// @param sid by which it would have been accepted
  /// @return false when it is known
  public boolean missed(MissedCall call, String sid) {
    var id = call.id();
    var alone = Caller.alone(id);
    var address = call.caller().address();
    boolean found =
        redis
                .run(
                    MISSED,
                    keys.prefix(),
                    id,
                    person.apply(alone),
                    address.map(person).map(PersonId::value).orElse(""),
                    call.began().toEpochMilli(),
                    call.ended().map(Instant::toEpochMilli).map(Object::toString).orElse(""),
                    stored.seal(id, address.orElse(alone)),
                    stored.seal(id, alone),
                    call.to(),
                    KEPT.toMillis(),
                    sid)
                .number()
            == 1;
    if (found) {
      nudge(id);
    }
    return found;
  }

  /// Her address as it is stored with a call.
  public byte[] seal(CallId id, Address address) {
    return stored.seal(id, address);
  }

  public Optional<Call> find(CallId id) {
    var found = redis.call("HGETALL", keys.of("call:" + id)).fields();
    return found.isEmpty() ? Optional.empty() : Optional.of(stored.read(id, found));
  }

  /// She is on the line.
  ///
  /// @return empty when the call is over or not known
  public Optional<Call> heard(CallId id) {
    var found = redis.run(HEARD, keys.prefix(), id, clock.millis(), KEPT.toMillis()).fields();
    return found.isEmpty() ? Optional.empty() : Optional.of(stored.read(id, found));
  }

  /// A call as it stands, with her contact.
  public Optional<Waiting> seen(CallId id) {
    return waiting(id, redis.run(SEEN, keys.prefix(), id).list());
  }

  /// She is on the line, and asks what she hears next. When she begins to wait, or comes from a
  /// room, her telephones are looked at; else they are whenever something happens to her contact,
  /// and every half minute.
  ///
  /// @return empty when the call is over or not known
  public Optional<Waiting> waits(CallId id, boolean begins) {
    return waits(id, begins, "", false);
  }

  /// The same at the end of the menu; the first answer counts, however often the request comes.
  ///
  /// @param chosen whether she chose the language, or it is what the line speaks
  public Optional<Waiting> goesOn(CallId id, String language, boolean chosen) {
    return waits(id, true, language, chosen);
  }

  private Optional<Waiting> waits(CallId id, boolean begins, String language, boolean chosen) {
    var found =
        waiting(
            id,
            redis
                .run(
                    WAITS,
                    keys.prefix(),
                    id,
                    clock.millis(),
                    KEPT.toMillis(),
                    begins ? 1 : 0,
                    language,
                    chosen ? 1 : 0)
                .list());
    boolean looks = begins && found.flatMap(Waiting::contact).isPresent();
    if (looks || found.filter(one -> !one.call().room().isEmpty()).isPresent()) {
      nudged.run();
    }
    return found;
  }

  private Optional<Waiting> waiting(CallId id, List<Reply> found) {
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var contact = found.get(2).fields();
    var before = found.get(3).text();
    return Optional.of(
        new Waiting(
            stored.read(id, found.getFirst().fields()),
            contact.isEmpty()
                ? Optional.empty()
                : Optional.of(Contacts.read(new ContactId(found.get(1).text()), contact)),
            SafeTimes.Noted.in(contact),
            before.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(before))));
  }

  /// The call that goes on of a contact's person.
  public Optional<Call> of(Contact contact) {
    return redis
        .call("GET", keys.of("calling:" + contact.person()))
        .optionalText()
        .flatMap(id -> find(new CallId(id)))
        .filter(Call::isLive);
  }

  /// How often languages were chosen.
  public Map<String, Long> demand() {
    var found = new HashMap<String, Long>();
    redis
        .call("HGETALL", keys.of("call-demand"))
        .fields()
        .forEach(
            (language, times) -> found.put(language, Long.parseLong(new String(times, UTF_8))));
    return found;
  }

  public void silent(CallId id) {
    redis.run(NOTE, keys.prefix(), id, "stage", Call.Stage.SILENT.word());
  }

  public void isIn(CallId id, String room) {
    redis.run(MEET, keys.prefix(), id, room);
  }

  /// Whether the caller may be fetched to this room now: asked once, she is on her way.
  ///
  /// @param within this time she is not fetched to the same room again
  public boolean mayFetch(CallId id, String room, Duration within) {
    return redis.run(FETCH, keys.prefix(), id, room, clock.millis(), within.toMillis()).number()
        == 1;
  }

  /// Whether the last words may begin now: who is fetched while they are said hears them anew.
  public boolean mayLetGo(CallId id) {
    return mayFetch(id, OUT, FAREWELL);
  }

  /// She has hung up.
  ///
  /// @return false when that was known
  public boolean over(CallId id) {
    boolean now = redis.run(OVER, keys.prefix(), id, clock.millis()).number() == 1;
    nudged.run();
    return now;
  }

  /// Something of this call is to be looked at.
  public void nudge(CallId id) {
    nudge(id.value(), "");
  }

  /// The same, of the call a contact has, if it has one.
  public void nudge(ContactId contact) {
    nudge("", contact.value());
  }

  private void nudge(String call, String contact) {
    if (redis.run(NUDGE, keys.prefix(), call, contact, clock.millis()).number() == 1) {
      nudged.run();
    }
  }
}
