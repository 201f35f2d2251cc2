package org.havenline.places;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.havenline.channel.outbox.Envelopes;
import org.havenline.contact.LineKeys;
import org.havenline.escalation.Letters;
import org.havenline.privacy.Pseudonyms;
import org.havenline.queue.Tables;
import org.havenline.redis.Redis;
import org.havenline.referral.stored.Directory;

/// Everything of one line that hears of free places and asks for them, put together.
public record PlaceRooms(PlaceTexts texts, Rounds rounds) {
  /// @param sent is told that a letter waits in the outbox
  /// @param lease of whoever works on the inbox
  public static PlaceRooms of(
      Redis redis,
      LineKeys keys,
      Supplier<Tables> tables,
      Directory directory,
      Envelopes envelopes,
      Letters.Sentences sentences,
      Pseudonyms pseudonyms,
      Runnable sent,
      Duration lease,
      InstantSource clock) {
    var letters = new ServiceLetters(tables, envelopes, sentences, pseudonyms, sent);
    return new PlaceRooms(
        new PlaceTexts(redis, keys, directory, letters, pseudonyms, lease, clock),
        new Rounds(new Reminders(redis, keys, tables, directory, letters, clock)));
  }
}
