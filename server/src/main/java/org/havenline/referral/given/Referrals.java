package org.havenline.referral.given;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.ContactState;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineKeys;
import org.havenline.conversation.Transcripts;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.referral.consent.Asked;
import org.havenline.referral.consent.Gate;
import org.havenline.referral.counted.Tallies;
import org.havenline.referral.given.Change.By;
import org.havenline.referral.given.Change.Done;
import org.havenline.referral.given.Change.State;

/// The referrals of a line as they are stored: each sealed with the key of its conversation, and
/// gone with it.
///
/// Keys:
/// - `{line}:referrals:<contact>` hash: `r:<id>` a referral, sealed; `mail:<id>` how far its e-mail
///   has come; `revision` of them all
/// - `{line}:contact:<id>` field `needed`: until when a referral keeps it (ms)
/// - `{line}:follow-ups` sorted set: `<contact>|<id>` → when somebody is to ask how it went (ms)
public final class Referrals implements Gate.Source {
  private static final RedisScript CHANGE = RedisScript.of(Referrals.class, "change.lua");
  private static final String REFERRAL = "r:";
  private static final String MAIL = "mail:";

  private final Redis redis;
  private final LineKeys keys;
  private final Contacts contacts;
  private final Transcripts transcripts;
  private final Tallies tallies;
  private final InstantSource clock;

  public Referrals(
      Redis redis,
      LineKeys keys,
      Contacts contacts,
      Transcripts transcripts,
      Tallies tallies,
      InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.contacts = contacts;
    this.transcripts = transcripts;
    this.tallies = tallies;
    this.clock = clock;
  }

  /// Those of a contact, the oldest first.
  public List<Referral> of(ContactId contact) {
    return read(contact, fields(contact));
  }

  public Optional<Referral> find(ContactId contact, String id) {
    var found =
        redis.call("HMGET", keys.of("referrals:" + contact), REFERRAL + id, MAIL + id).list();
    return transcripts
        .key(contact)
        .flatMap(key ->
            found.getFirst().optionalBytes().map(sealed -> key.open(sealed, context(contact, id))))
        .map(text -> ReferralText.parse(id, text, found.get(1).optionalText().orElse("")));
  }

  @Override
  public Optional<Gate.Known> read(Asked asked) {
    return find(asked.contact(), asked.referral())
        .map(one -> new Gate.Known(one.told(), one.consent()));
  }

  /// Decides on what there is now, and writes it; again, if it changed meanwhile.
  public Done change(ContactId id, By by, Function<State, Change> decision) {
    while (true) {
      var fields = fields(id);
      var contact = contacts.find(id);
      if (contact.isEmpty() || !isTheirs(contact.get(), by)) {
        return new Done.NotThere();
      }
      long revision = Long.parseLong(text(fields, "revision", "0"));
      var state = new State(contact.get(), revision, read(id, fields));
      switch (decision.apply(state)) {
        case Change.Refused(var reason) -> {
          return new Done.No(reason);
        }
        case Change.NotThere() -> {
          return new Done.NotThere();
        }
        case Change.Written written -> {
          long answer = write(state, by, written);
          if (answer == 1) {
            tallies.settle();
            return new Done.Yes(written.to());
          }
          if (answer == 0) {
            return new Done.NotThere();
          }
          // something else was written, or it has another owner: decide again
        }
      }
    }
  }

  /// Whether they may see and change what was given: who has the conversation, or had it when it
  /// ended.
  public static boolean isTheirs(Contact contact, By by) {
    boolean has =
        contact.state() == ContactState.CONNECTED || contact.state() == ContactState.CLOSED;
    return by.any() || (has && contact.responder().filter(by.who()::equals).isPresent());
  }

  private long write(State state, By by, Change.Written written) {
    var contact = state.contact();
    var key = transcripts.key(contact.id());
    if (key.isEmpty()) {
      return 0;
    }
    var to = written.to();
    var needed =
        Stream.concat(state.all().stream().filter(one -> !one.id().equals(to.id())), Stream.of(to))
            .map(Referral::neededUntil)
            .reduce(Instant.EPOCH, (a, b) -> a.isAfter(b) ? a : b)
            .plus(Transcripts.KEPT);
    return redis
        .run(
            CHANGE,
            keys.prefix(),
            contact.id(),
            by.any() ? "" : by.who(),
            contact.epoch(),
            state.revision(),
            to.id(),
            key.get().seal(ReferralText.of(to), context(contact.id(), to.id())),
            clock.millis(),
            Transcripts.KEPT.toMillis(),
            needed.toEpochMilli(),
            to.followUp().map(next -> next.at().toEpochMilli()).orElse(0L),
            written.mail(),
            written.tally().map(tallies::seal).orElse(new byte[0]),
            written.happened())
        .number();
  }

  private Map<String, byte[]> fields(ContactId contact) {
    return redis.call("HGETALL", keys.of("referrals:" + contact)).fields();
  }

  private List<Referral> read(ContactId contact, Map<String, byte[]> fields) {
    var key = transcripts.key(contact);
    var all = new ArrayList<Referral>();
    if (key.isPresent()) {
      fields.forEach((name, sealed) -> {
        if (name.startsWith(REFERRAL)) {
          var id = name.substring(REFERRAL.length());
          var text = key.get().open(sealed, context(contact, id));
          all.add(ReferralText.parse(id, text, text(fields, MAIL + id, "")));
        }
      });
    }
    all.sort(Comparator.comparing(Referral::made).thenComparing(Referral::id));
    return all;
  }

  private static String text(Map<String, byte[]> fields, String name, String otherwise) {
    var value = fields.get(name);
    return value == null ? otherwise : new String(value, UTF_8);
  }

  private static String context(ContactId contact, String id) {
    return contact + "|referral|" + id;
  }
}
