package org.havenline.referral.deeds;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineKeys;
import org.havenline.conversation.SafeTimes;
import org.havenline.redis.Redis;
import org.havenline.referral.given.Change.By;
import org.havenline.referral.given.Referral;
import org.havenline.referral.given.Referrals;

/// The line's calendar of whom to ask how it went.
public final class FollowUps {
  private static final int MOST = 1_000;

  private final Redis redis;
  private final LineKeys keys;
  private final Contacts contacts;
  private final Referrals referrals;
  private final SafeTimes safeTimes;
  private final InstantSource clock;

  public FollowUps(
      Redis redis,
      LineKeys keys,
      Contacts contacts,
      Referrals referrals,
      SafeTimes safeTimes,
      InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.contacts = contacts;
    this.referrals = referrals;
    this.safeTimes = safeTimes;
    this.clock = clock;
  }

  /// One of them.
  ///
  /// @param due whether its time has come
  /// @param safe whether who is to be asked may be asked now
  public record Entry(Contact contact, Referral referral, Instant at, boolean due, boolean safe) {}

  /// Those that are theirs, the earliest first.
  public List<Entry> of(By by) {
    var now = clock.instant();
    var entries = new ArrayList<Entry>();
    for (var member : redis.call("ZRANGE", keys.of("follow-ups"), 0, MOST - 1).texts()) {
      int bar = member.indexOf('|');
      var id = new ContactId(member.substring(0, bar));
      var contact = contacts.find(id);
      if (contact.isEmpty()) {
        // it has run out, and its referrals with it
        redis.call("ZREM", keys.of("follow-ups"), member);
      } else if (Referrals.isTheirs(contact.get(), by)) {
        referrals
            .find(id, member.substring(bar + 1))
            .ifPresent(one ->
                one.followUp()
                    .ifPresent(next ->
                        entries.add(
                            new Entry(
                                contact.get(),
                                one,
                                next.at(),
                                !next.at().isAfter(now),
                                !next.withPerson() || safeTimes.isNow(id)))));
      }
    }
    return entries;
  }
}
