package org.havenline.places;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import org.havenline.channel.Address;
import org.havenline.contact.LineKeys;
import org.havenline.queue.Tables;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.referral.capacity.record.LaidOver;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.hsds.Fields;
import org.havenline.referral.hsds.OwnFields;
import org.havenline.referral.stored.Directory;
import org.havenline.routingconfig.Channel;

/// Asks services whose figure is old for a new one, by day, at most once a day and three times in
/// all until they say something. The first line asks for all.
///
/// Keys:
/// - `{line}:reminded` hash: service → of when the figure is it was asked about (ms), the day it
///   was asked last, how often
public final class Reminders {
  private static final RedisScript REMIND = RedisScript.of(Reminders.class, "remind.lua");
  private static final int MOST = 3;
  private static final int MORNING = 9;
  private static final int EVENING = 18;

  private final Redis redis;
  private final LineKeys keys;
  private final Supplier<Tables> tables;
  private final Directory directory;
  private final ServiceLetters letters;
  private final InstantSource clock;

  public Reminders(
      Redis redis,
      LineKeys keys,
      Supplier<Tables> tables,
      Directory directory,
      ServiceLetters letters,
      InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.tables = tables;
    this.directory = directory;
    this.letters = letters;
    this.clock = clock;
  }

  /// Looks once at every service that has a number to report by.
  ///
  /// @return how many were asked
  public int look() {
    var inForce = tables.get();
    var now = clock.instant();
    var local = now.atZone(inForce.line().timeZone());
    var from =
        inForce.line().numbers().stream().filter(number -> number.on(Channel.SMS)).findFirst();
    if (!inForce.whole().lines().getFirst().id().equals(inForce.line().id())
        || local.getHour() < MORNING
        || local.getHour() >= EVENING
        || from.isEmpty()) {
      return 0;
    }
    var sender = new Address(Channel.SMS, from.get().number());
    var old = now.minus(inForce.line().askPlacesAfter());
    var said = directory.reports().said();
    int asked = 0;
    for (var service : directory.reports().speaking()) {
      if (!said.getOrDefault(service, Instant.MIN).isAfter(old)
          && remind(service, old, now, local.toLocalDate(), sender)) {
        asked++;
      }
    }
    if (asked > 0) {
      letters.written();
    }
    return asked;
  }

  private boolean remind(
      ServiceId service, Instant old, Instant now, LocalDate today, Address from) {
    var document = directory.current(service);
    var at = document.flatMap(Reminders::newest).filter(when -> !when.isAfter(old));
    var number = document.flatMap(one -> OwnFields.numbers(one).stream().findFirst());
    if (at.isEmpty() || number.isEmpty()) {
      return false; // it never counted its places, or has just done so
    }
    return letters
        .reminder(
            document.get(),
            from,
            new Address(Channel.SMS, number.get()),
            service.value() + "|" + today)
        .filter(letter ->
            redis
                    .run(
                        REMIND,
                        keys.prefix(),
                        service.value(),
                        at.get().toEpochMilli(),
                        today,
                        MOST,
                        letter.id(),
                        letter.sealed(),
                        now.toEpochMilli(),
                        now.plus(ServiceLetters.NOT_AFTER).toEpochMilli(),
                        ServiceLetters.KEPT.toMillis())
                    .number()
                == 1)
        .isPresent();
  }

  private static Optional<Instant> newest(ObjectNode service) {
    return Fields.objects(service, "capacities").stream()
        .flatMap(one -> LaidOver.updated(one).stream())
        .max(Comparator.naturalOrder());
  }
}
