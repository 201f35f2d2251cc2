package org.havenline.channel.voice.talk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.havenline.channel.voice.call.CallId;
import org.havenline.channel.voice.talk.Guest.Kind;
import org.havenline.channel.voice.talk.Guest.Way;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.LineKeys;
import org.havenline.contact.ResponderId;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;

/// Third parties, written down as wanted; whoever looks at the call does the rest.
///
/// Keys:
/// - `{line}:guest:<id>` hash: as the fields of [Guest] are called; `announcing` and `announced`
///   (ms)
/// - `{line}:guests:<call>` list: its guests, in the order of asking
/// - `{line}:guests-asked` counter, of which ids are made
public final class Guests {
  private static final Duration KEPT = Duration.ofHours(24);

  /// Words that are not reported over by then were not heard to their end.
  private static final Duration LONGEST_WORDS = Duration.ofSeconds(20);

  private static final RedisScript INVITE = RedisScript.of(Guests.class, "invite.lua");
  private static final RedisScript DISMISS = RedisScript.of(Guests.class, "dismiss.lua");
  private static final RedisScript CHANGE = RedisScript.of(Guests.class, "change.lua");
  private static final RedisScript TAKE = RedisScript.of(Guests.class, "take.lua");

  private final Redis redis;
  private final LineKeys keys;
  private final InstantSource clock;

  public Guests(Redis redis, LineKeys keys, InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.clock = clock;
  }

  /// What became of a wish.
  public enum Asked {
    WANTED,
    /// The contact is another's now, or nobody's.
    NOT_YOURS,
    /// One of the same kind is there or rung already, or whoever was meant is busy.
    BUSY;

    private static Asked of(long answer) {
      return answer == 1 ? WANTED : answer == 0 ? NOT_YOURS : BUSY;
    }
  }

  /// Wants a third party.
  ///
  /// @param owner who wishes it; empty when it needs no owner's wish
  public Asked invite(
      CallId call,
      Contact contact,
      Optional<ResponderId> owner,
      Kind kind,
      Way way,
      ResponderId whom) {
    return Asked.of(
        redis
            .run(
                INVITE,
                keys.prefix(),
                call,
                contact.id(),
                contact.epoch(),
                owner.map(ResponderId::value).orElse(""),
                kind.word(),
                way.word(),
                whom,
                clock.millis(),
                KEPT.toMillis())
            .number());
  }

  /// Wants it no longer.
  ///
  /// @param by the owner of the contact, or the guest himself
  /// @return false when it was not wanted, or it is another's contact
  public boolean dismiss(String id, ResponderId by) {
    return redis.run(DISMISS, keys.prefix(), id, by, clock.millis()).number() == 1;
  }

  /// How a supervisor takes part from now on.
  ///
  /// @return false when it is not his
  public boolean change(String id, ResponderId whom, Way way) {
    return change(id, whom.value(), "way", way.word());
  }

  /// The two are being told.
  public void announcing(Guest guest) {
    note(guest, "announcing");
  }

  /// Whether they are, and may not have heard it to its end.
  public boolean isBeingAnnounced(Guest guest) {
    return guest
        .announcing()
        .filter(at -> at.plus(LONGEST_WORDS).isAfter(clock.instant()))
        .isPresent();
  }

  /// The two were told.
  public void announced(Guest guest) {
    note(guest, "announced");
  }

  private void note(Guest guest, String what) {
    change(guest.id(), guest.whom().value(), what, Long.toString(clock.millis()));
  }

  private boolean change(String id, String whom, String field, String value) {
    return redis.run(CHANGE, keys.prefix(), id, whom, field, value, clock.millis()).number() == 1;
  }

  /// Makes a successor who has pressed 1 the owner, with the whole of the talk, in one step.
  ///
  /// @return false when the owner is another meanwhile, or the successor is not there or not free
  public boolean take(CallId call, Guest successor, ResponderId owner) {
    return redis
            .run(
                TAKE,
                keys.prefix(),
                call,
                successor.id(),
                successor.contact(),
                owner,
                successor.epoch(),
                clock.millis())
            .number()
        == 1;
  }

  public Optional<Guest> find(String id) {
    var found = redis.call("HGETALL", keys.of("guest:" + id)).fields();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var text = new HashMap<String, String>();
    found.forEach((name, value) -> text.put(name, new String(value, UTF_8)));
    return Optional.of(
        new Guest(
            id,
            Kind.valueOf(of(text, "kind").toUpperCase(java.util.Locale.ROOT)),
            Way.parse(of(text, "way")),
            new ResponderId(of(text, "whom")),
            new ContactId(of(text, "contact")),
            Long.parseLong(of(text, "epoch")),
            of(text, "wanted").equals("1"),
            text.getOrDefault("leg", ""),
            at(text, "announcing"),
            at(text, "announced")));
  }

  private static Optional<Instant> at(Map<String, String> fields, String name) {
    return Optional.ofNullable(fields.get(name)).map(Long::parseLong).map(Instant::ofEpochMilli);
  }

  private static String of(Map<String, String> fields, String name) {
    return Objects.requireNonNull(fields.get(name), name);
  }

  /// In the order of asking, those no longer wanted too.
  public List<Guest> of(CallId call) {
    return redis.call("LRANGE", keys.of("guests:" + call), 0, -1).texts().stream()
        .flatMap(id -> find(id).stream())
        .toList();
  }
}
