package org.havenline.referral.handover;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.havenline.contact.Contacts;
import org.havenline.contact.LineKeys;
import org.havenline.conversation.Conversations;
import org.havenline.conversation.SafeTimes;
import org.havenline.conversation.Transcripts;
import org.havenline.lane.LaneWorkers;
import org.havenline.lane.Lanes;
import org.havenline.privacy.Vault;
import org.havenline.redis.Redis;
import org.havenline.referral.consent.Gate;
import org.havenline.referral.counted.Tallies;
import org.havenline.referral.deeds.FollowUps;
import org.havenline.referral.deeds.Offering;
import org.havenline.referral.deeds.Outcomes;
import org.havenline.referral.deeds.Referring;
import org.havenline.referral.given.Referrals;
import org.havenline.referral.link.Links;
import org.havenline.referral.stored.Directory;

/// Everything about the referrals of one line, put together.
public record ReferralRooms(
    Referrals referrals,
    Referring referring,
    Outcomes outcomes,
    Handover handover,
    Gate gate,
    Links links,
    ServiceLinks serviceLinks,
    FollowUps followUps,
    SafeTimes safeTimes,
    Tallies tallies,
    InstantSource clock) {
  /// Longer than every answer of a slow mail server.
  private static final Duration MAIL_LEASE = Duration.ofMinutes(3);

  private static final int MAIL_WORKERS = 2;

  /// What all lines share.
  ///
  /// @param kinds codes of every kind of service
  /// @param names of the lines, which no text may say
  /// @param random of ids
  public record Ground(
      Redis redis,
      Vault vault,
      Directory directory,
      Links links,
      List<String> kinds,
      NeutralText.Phrases phrases,
      Supplier<List<String>> names,
      URI publicUrl,
      InstantSource clock,
      RandomGenerator random) {}

  /// @param mailing whether e-mails can be sent
  public static ReferralRooms of(
      Ground on,
      LineKeys keys,
      Contacts contacts,
      Transcripts transcripts,
      Conversations conversations,
      boolean mailing) {
    var redis = on.redis();
    var clock = on.clock();
    var tallies = new Tallies(redis, keys, on.vault(), on.kinds(), clock);
    var referrals = new Referrals(redis, keys, contacts, transcripts, tallies, clock);
    var gate = new Gate(referrals, clock);
    var safeTimes = new SafeTimes(redis, keys, clock);
    var offering = new Offering(on.directory());
    var serviceLinks = new ServiceLinks(on.links(), on.publicUrl(), clock);
    var referring = new Referring(referrals, offering, on.links(), redis, keys, clock, on.random());
    var outcomes = new Outcomes(referrals, safeTimes, clock);
    var neutral = new NeutralText(on.phrases(), on.names(), offering);
    var handover =
        new Handover(
            keys,
            contacts,
            referrals,
            gate,
            conversations,
            safeTimes,
            neutral,
            serviceLinks,
            mailing,
            clock);
    var followUps = new FollowUps(redis, keys, contacts, referrals, safeTimes, clock);
    return new ReferralRooms(
        referrals,
        referring,
        outcomes,
        handover,
        gate,
        on.links(),
        serviceLinks,
        followUps,
        safeTimes,
        tallies,
        clock);
  }

  /// The workers of this node that send e-mails.
  public LaneWorkers mailing(Ground on, LineKeys keys, Mail mail) {
    var worker =
        new MailWorker(on.redis(), keys, referrals, gate, serviceLinks, mail, MAIL_LEASE, clock);
    var lanes = new Lanes(on.redis(), keys, MailWorker.LANES, MAIL_LEASE, clock);
    return new LaneWorkers(MailWorker.LANES, MAIL_WORKERS, lanes, worker, clock);
  }

  public Instant now() {
    return clock.instant();
  }

  /// What a service's link leads to.
  public ServiceDoor.OfLine door() {
    return new ServiceDoor.OfLine(referrals, outcomes, gate);
  }
}
