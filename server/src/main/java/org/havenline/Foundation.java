package org.havenline;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.havenline.channel.Sender;
import org.havenline.escalation.Letters;
import org.havenline.intake.Understanding;
import org.havenline.privacy.Pseudonyms;
import org.havenline.privacy.Vault;
import org.havenline.redis.GroupWriter;
import org.havenline.redis.Redis;
import org.havenline.referral.handover.Mail;
import org.havenline.referral.handover.ReferralRooms;
import org.havenline.routingconfig.Channel;
import org.havenline.tables.TablesWatch;

/// What all lines of a server stand on.
///
/// @param understanding is still loading when the first messages are accepted
/// @param mail empty when no e-mail is sent
/// @param tables what is in force, asked whenever a decision begins
record Foundation(
    Redis redis,
    GroupWriter writer,
    Vault vault,
    Pseudonyms pseudonyms,
    CompletableFuture<Understanding> understanding,
    Letters.Sentences sentences,
    TablesWatch tables,
    Map<Channel, Sender> senders,
    ReferralRooms.Ground referrals,
    Optional<Mail> mail,
    InstantSource clock) {}
