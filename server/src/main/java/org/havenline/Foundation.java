package org.havenline;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.havenline.channel.Sender;
import org.havenline.escalation.Letters;
import org.havenline.intake.Understanding;
import org.havenline.privacy.Pseudonyms;
import org.havenline.privacy.Vault;
import org.havenline.redis.GroupWriter;
import org.havenline.redis.Redis;
import org.havenline.referral.stored.Directory;
import org.havenline.routingconfig.Channel;
import org.havenline.tables.TablesWatch;

/// What all lines of a server stand on.
///
/// @param understanding is still loading when the first messages are accepted
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
    Directory directory,
    InstantSource clock) {}
