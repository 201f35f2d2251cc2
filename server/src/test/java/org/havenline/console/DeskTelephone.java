package org.havenline.console;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.havenline.channel.twilio.voice.CallWebhook;
import org.havenline.channel.voice.call.Calls;
import org.havenline.channel.voice.leg.Legs;
import org.havenline.channel.voice.prompt.FileRecordings;
import org.havenline.channel.voice.prompt.Recordings;
import org.havenline.channel.voice.prompt.Studio;
import org.havenline.channel.voice.softphone.Phones;
import org.havenline.channel.voice.softphone.Softphone;
import org.havenline.channel.voice.talk.Deeds;
import org.havenline.channel.voice.talk.Guests;
import org.havenline.channel.voice.talk.Talks;
import org.havenline.console.administrator.PromptOperations;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineId;
import org.havenline.contact.LineKeys;
import org.havenline.contact.PersonId;
import org.havenline.offer.OfferBook;
import org.havenline.privacy.Pseudonyms;
import org.havenline.privacy.Vault;
import org.havenline.queue.Board;
import org.havenline.queue.OnHand;
import org.havenline.queue.Tables;
import org.havenline.redis.Redis;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.translations.Texts;
import org.havenline.translations.spoken.SoundFiles;

/// What a [DeskRig] has of calls.
record DeskTelephone(
    Redis redis, LineKeys keys, Vault vault, Pseudonyms pseudonyms, InstantSource clock) {

  Desk.Telephone of(Contacts contacts, OfferBook offers, Texts texts, RoutingTables all) {
    return new Desk.Telephone(prompts(texts, all), deeds(contacts, offers, all), softphone());
  }

  private Softphone softphone() {
    return new Softphone(new Phones(pseudonyms, keys.line()), Optional.empty(), false);
  }

  /// Of the shipped line.
  private PromptOperations prompts(Texts texts, RoutingTables all) {
    var recordings = new Recordings(redis, keys, new FileRecordings(SoundFiles.SHIPPED), clock);
    var speech = CallWebhook.speech(texts, recordings::of);
    var studio = new Studio(redis, keys, pseudonyms, new SecureRandom(), clock);
    return new PromptOperations(new LineId("demo"), () -> all, speech, recordings, studio);
  }

  Calls calls() {
    return new Calls(
        redis,
        keys,
        vault,
        address -> new PersonId(pseudonyms.of(address.value())),
        () -> {},
        clock);
  }

  private Deeds deeds(Contacts contacts, OfferBook offers, RoutingTables all) {
    return new Deeds(
        calls(),
        new Legs(redis, keys, pseudonyms, () -> {}, clock),
        contacts,
        new Guests(redis, keys, clock),
        new Talks(redis, keys, clock),
        offers,
        new OnHand(new Board(redis, keys)),
        () -> Tables.of(all, "demo"),
        clock);
  }
}
