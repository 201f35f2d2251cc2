package org.havenline.referral.handover;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.havenline.contact.ContactId;
import org.havenline.contact.LineKeys;
import org.havenline.lane.Claim;
import org.havenline.lane.LaneWorkers;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.referral.consent.Disclosure;
import org.havenline.referral.consent.Gate;
import org.havenline.referral.consent.Passage;
import org.havenline.referral.deeds.ServiceLink;
import org.havenline.referral.given.Method;
import org.havenline.referral.given.Option;
import org.havenline.referral.given.Referral;
import org.havenline.referral.given.Referrals;

/// Writes the e-mails that wait, one try each at a time. The gate is asked right before a try, so
/// what was taken back while it waited is not sent. One whose sending has no known result is never
/// sent again by itself.
///
/// Keys:
/// - `{line}:mails…` lanes by contact, see [org.havenline.lane.Lanes]; an item is a referral
/// - `{line}:referrals:<contact>` fields `mail:<id>`
public final class MailWorker implements LaneWorkers.Work {
  public static final String LANES = "mails";

  private static final RedisScript STEP = RedisScript.of(MailWorker.class, "mail.lua");

  private final Redis redis;
  private final LineKeys keys;
  private final Referrals referrals;
  private final Gate gate;
  private final ServiceLinks links;
  private final Mail mail;
  private final Duration lease;
  private final InstantSource clock;

  public MailWorker(
      Redis redis,
      LineKeys keys,
      Referrals referrals,
      Gate gate,
      ServiceLinks links,
      Mail mail,
      Duration lease,
      InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.referrals = referrals;
    this.gate = gate;
    this.links = links;
    this.mail = mail;
    this.lease = lease;
    this.clock = clock;
  }

  @Override
  public void perform(Claim claim) {
    var next = Optional.of(claim);
    while (next.isPresent()) {
      next = head(next.get());
    }
  }

  private Optional<Claim> head(Claim claim) {
    return switch ((int) step(claim, "sending", "begin", Duration.ZERO).number()) {
      case 1 -> send(claim);
      // begun by one that died: nobody knows what became of it
      case 2 -> settle(claim, "unknown");
      case 3 -> settle(claim, "");
      default -> Optional.empty();
    };
  }

  private Optional<Claim> send(Claim claim) {
    var contact = new ContactId(claim.lane());
    var referral = referrals.find(contact, item(claim));
    var option = referral.flatMap(MailWorker::wanted);
    if (option.isEmpty()) {
      return settle(claim, "blocked");
    }
    var link = new ServiceLink(keys.line(), contact, item(claim), option.get().service());
    return switch (gate.open(link.asked())) {
      case Passage.Closed _ -> settle(claim, "blocked");
      case Disclosure leave -> {
        var made = links.make(link, leave);
        yield switch (mail.send(leave, option.get().method().to(), made.address())) {
          case Mail.Result.Sent() -> settle(claim, "sent");
          case Mail.Result.Unknown() -> settle(claim, "unknown");
          case Mail.Result.Refused() -> {
            links.endAll(link);
            yield settle(claim, "failed");
          }
          case Mail.Result.Later(var pause) -> {
            links.endAll(link);
            step(claim, "queued", "later", pause);
            yield Optional.empty();
          }
        };
      }
    };
  }

  /// Whom the newest e-mail is for.
  private static Optional<Option> wanted(Referral one) {
    return one.sent().reversed().stream()
        .filter(time -> time.way().equals(Method.By.EMAIL.word()))
        .findFirst()
        .flatMap(time -> one.option(time.service()));
  }

  /// What failed five times by a fault of ours may have been sent.
  @Override
  public void quarantine(Claim claim) {
    settle(claim, "unknown").ifPresent(this::perform);
  }

  private Optional<Claim> settle(Claim claim, String state) {
    var answer = step(claim, state, "next", Duration.ZERO).list();
    return answer.size() < 2
        ? Optional.empty()
        : answer.get(1).optionalBytes().map(claim::withHead);
  }

  private org.havenline.redis.Reply step(Claim claim, String state, String then, Duration pause) {
    long now = clock.millis();
    return redis.run(
        STEP,
        keys.prefix(),
        claim.lane(),
        claim.epoch(),
        item(claim),
        state,
        then,
        now,
        lease.toMillis(),
        now + pause.toMillis());
  }

  private static String item(Claim claim) {
    return new String(claim.head(), UTF_8);
  }
}
