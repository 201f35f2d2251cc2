package org.havenline.channel.voice.leg;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.havenline.channel.voice.call.Call;
import org.havenline.channel.voice.call.CallId;
import org.havenline.channel.voice.talk.Guest;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineKeys;
import org.havenline.contact.ResponderId;
import org.havenline.lane.Claim;
import org.havenline.privacy.Pseudonyms;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.redis.Reply;

/// The legs of calls, written down before they are dialled.
///
/// Keys:
/// - `{line}:leg:<id>` hash: `call`, `contact`, `epoch`, `responder`, `at` (ms), `state` with its
///   `rank`, `sid` of the provider, `why` it is over, `guest` and `room` as in [Leg]
/// - `{line}:legs:<call>` list: its legs, in the order of dialling
public final class Legs {
  private static final Duration KEPT = Duration.ofHours(24);
  private static final RedisScript ALL = RedisScript.of(Legs.class, "all.lua");
  private static final RedisScript DIALLING = RedisScript.of(Legs.class, "dialling.lua");
  private static final RedisScript UNDONE = RedisScript.of(Legs.class, "undone.lua");
  private static final RedisScript REPORT = RedisScript.of(Legs.class, "report.lua");
  private static final RedisScript HEARD = RedisScript.of(Legs.class, "heard.lua");
  private static final RedisScript MOVES = RedisScript.of(Legs.class, "moves.lua");
  private static final RedisScript ROOM = RedisScript.of(Legs.class, "room.lua");

  private final Redis redis;
  private final LineKeys keys;
  private final Pseudonyms pseudonyms;
  private final Runnable nudged;
  private final InstantSource clock;

  /// @param nudged is told that a worker has something to look at
  public Legs(
      Redis redis, LineKeys keys, Pseudonyms pseudonyms, Runnable nudged, InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.pseudonyms = pseudonyms;
    this.nudged = nudged;
    this.clock = clock;
  }

  /// A leg that asks what it hears next, as it stands with the call and the contact it is for.
  ///
  /// @param stage of its call; empty when the call is not known
  public record Rung(Leg leg, Optional<Call.Stage> stage, Optional<Contact> contact) {
    /// Whether her call goes on and its responder is still asked about her, or has her.
    boolean isResponders() {
      return isOfLiveCall() && contact.filter(leg::isWantedBy).isPresent();
    }

    boolean isOfLiveCall() {
      return stage.filter(one -> one != Call.Stage.OVER).isPresent();
    }
  }

  public Optional<Leg> find(String id) {
    return read(id, redis.call("HGETALL", keys.of("leg:" + id)).fields());
  }

  private static Optional<Leg> read(String id, Map<String, byte[]> found) {
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var text = new HashMap<String, String>();
    found.forEach((name, value) -> text.put(name, new String(value, UTF_8)));
    return Optional.of(
        new Leg(
            id,
            new CallId(of(text, "call")),
            new ContactId(of(text, "contact")),
            Long.parseLong(of(text, "epoch")),
            new ResponderId(of(text, "responder")),
            Leg.State.valueOf(of(text, "state").toUpperCase(Locale.ROOT)),
            of(text, "sid"),
            Instant.ofEpochMilli(Long.parseLong(of(text, "at"))),
            text.getOrDefault("guest", ""),
            text.getOrDefault("room", "")));
  }

  private static String of(Map<String, String> fields, String name) {
    return Objects.requireNonNull(fields.get(name), name);
  }

  /// In the order of dialling, those that are over too.
  public List<Leg> of(CallId call) {
    return redis.run(ALL, keys.prefix(), call).list().stream()
        .map(Reply::list)
        .flatMap(row -> read(row.getFirst().text(), row.get(1).fields()).stream())
        .toList();
  }

  /// Where the caller meets the responder who has her contact, once he is on the telephone.
  public Optional<String> room(CallId call, Contact contact) {
    return of(call).stream()
        .filter(leg -> leg.state() == Leg.State.JOINED && leg.isWantedBy(contact))
        .map(Leg::id)
        .findFirst();
  }

  /// Why one is over, in a word; empty while it is not.
  public String why(Leg leg) {
    return redis.call("HGET", keys.of("leg:" + leg.id()), "why").optionalText().orElse("");
  }

  /// Writes down that a leg is about to be dialled.
  ///
  /// @param n how many there were before for the same
  /// @return empty when the claim is old, or it was begun before
  Optional<Leg> dialling(Claim claim, CallId call, Contact contact, ResponderId whom, int n) {
    var id =
        "L"
            + pseudonyms.of(
                String.join(
                    "|",
                    "leg",
                    call.value(),
                    contact.id().value(),
                    Long.toString(contact.epoch()),
                    whom.value(),
                    Integer.toString(n)));
    return begin(claim, call, id, contact, whom, "");
  }

  /// The same for a third party, who is rung once.
  Optional<Leg> dialling(Claim claim, CallId call, Contact contact, Guest guest) {
    return begin(
        claim,
        call,
        "L" + pseudonyms.of("leg|guest|" + guest.id()),
        contact,
        guest.whom(),
        guest.id());
  }

  private Optional<Leg> begin(
      Claim claim, CallId call, String id, Contact contact, ResponderId whom, String guest) {
    long begun =
        redis
            .run(
                DIALLING,
                keys.prefix(),
                call,
                claim.epoch(),
                id,
                contact.id(),
                contact.epoch(),
                whom,
                clock.millis(),
                KEPT.toMillis(),
                guest)
            .number();
    return begun == 1 ? find(id) : Optional.empty();
  }

  /// Notes into which room it was sent.
  ///
  /// @param room empty: out of any
  void isIn(Leg leg, String room) {
    if (!leg.room().equals(room)) {
      redis.run(ROOM, keys.prefix(), leg.id(), room);
    }
  }

  /// It was surely not dialled, and may be later.
  void undone(Leg leg) {
    redis.run(UNDONE, keys.prefix(), leg.call(), leg.id());
  }

  /// What is heard of a leg, in any order and any number of times.
  ///
  /// @param sid the provider's id; empty where it is not said
  /// @param why it is over, in a word; else empty
  /// @return the leg as it is now; empty when it is not known, or a second one that was dialled by
  ///   accident
  public Optional<Leg> report(String id, String sid, Leg.State state, String why) {
    var found = redis.run(REPORT, keys.prefix(), id, sid, state.word(), state.rank(), why);
    return read(id, found.fields());
  }

  /// A leg asks what it hears next, having come so far at least.
  ///
  /// @return empty when it is over, not known, or a second one that was dialled by accident
  Optional<Rung> heard(String id, String sid, Leg.State state) {
    var found = redis.run(HEARD, keys.prefix(), id, sid, state.word(), state.rank()).list();
    return found.isEmpty()
        ? Optional.empty()
        : read(id, found.getFirst().fields())
            .filter(Leg::isOpen)
            .map(leg -> rung(leg, found.get(1).text(), found.get(2).fields()));
  }

  private static Rung rung(Leg leg, String stage, Map<String, byte[]> contact) {
    return new Rung(
        leg,
        stage.isEmpty() ? Optional.empty() : Optional.of(Call.Stage.parse(stage)),
        contact.isEmpty() ? Optional.empty() : Optional.of(Contacts.read(leg.contact(), contact)));
  }

  /// Whoever picked up has pressed a 1, and the call is looked at.
  ///
  /// @param room into which it is sent now; empty: it waits
  void joins(Leg leg, String room) {
    moves(leg, Leg.State.JOINED, "", room);
  }

  /// It is over by what was done on it, and the call is looked at.
  ///
  /// @param why in a word
  public void ends(Leg leg, String why) {
    moves(leg, Leg.State.OVER, why, "");
  }

  private void moves(Leg leg, Leg.State state, String why, String room) {
    redis.run(
        MOVES, keys.prefix(), leg.id(), state.word(), state.rank(), why, room, clock.millis());
    nudged.run();
  }
}
