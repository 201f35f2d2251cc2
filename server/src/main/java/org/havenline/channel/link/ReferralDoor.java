package org.havenline.channel.link;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.havenline.channel.mail.SmtpMail;
import org.havenline.channel.mail.SmtpServer;
import org.havenline.config.ServerConfig;
import org.havenline.contact.LineId;
import org.havenline.http.Endpoint;
import org.havenline.privacy.Vault;
import org.havenline.redis.Redis;
import org.havenline.referral.handover.Mail;
import org.havenline.referral.handover.NeutralText;
import org.havenline.referral.handover.ReferralRooms;
import org.havenline.referral.handover.ServiceDoor;
import org.havenline.referral.handover.ServiceLinks;
import org.havenline.referral.link.Links;
import org.havenline.referral.stored.Directory;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.line.Line;

/// The parts of the server that speak with services, put together.
public final class ReferralDoor {
  /// Of the page, as routes name it.
  public static final String PATH = ServiceLinks.PATH + ":token";

  private final ServerConfig config;
  private final Redis redis;
  private final Links links;
  private final ReferralRooms.Ground ground;
  private final InstantSource clock;

  /// @param directory whose services she is referred to
  /// @param links by which these answer
  /// @param kinds of service, in the order in which people are shown them
  /// @param phrases sentences, and words that tell
  public ReferralDoor(
      ServerConfig config,
      Vault vault,
      Directory directory,
      Links links,
      List<String> kinds,
      NeutralText.Phrases phrases,
      Supplier<RoutingTables> tables,
      Redis redis,
      InstantSource clock) {
    this.config = config;
    this.redis = redis;
    this.links = links;
    this.clock = clock;
    ground =
        new ReferralRooms.Ground(
            redis,
            vault,
            directory,
            links,
            kinds,
            phrases,
            () -> names(tables.get()),
            config.publicUrl(),
            clock,
            // an id of a referral stands in a link, which is a secret
            new SecureRandom());
  }

  private static List<String> names(RoutingTables tables) {
    return tables.lines().stream().map(Line::name).toList();
  }

  /// What the referrals of all lines stand on.
  public ReferralRooms.Ground ground() {
    return ground;
  }

  /// Empty when no server for it is set.
  public Optional<Mail> mail() {
    return config
        .smtp()
        .map(smtp ->
            new SmtpMail(
                new SmtpServer(
                    smtp.host(),
                    smtp.port(),
                    smtp.user().map(user -> new SmtpServer.Login(user, smtp.password().value())),
                    smtp.from()),
                clock));
  }

  /// The page of services, beneath [ServiceLinks#PATH].
  ///
  /// @param lines empty for one that this node does not have
  public Endpoint page(Function<LineId, Optional<ServiceDoor.OfLine>> lines) {
    return new ReferralPage(new ServiceDoor(links, lines), redis, clock);
  }
}
