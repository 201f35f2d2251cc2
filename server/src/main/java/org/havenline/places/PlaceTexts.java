package org.havenline.places;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.havenline.audit.Author;
import org.havenline.channel.InboundMessage;
import org.havenline.contact.LineKeys;
import org.havenline.lane.Claim;
import org.havenline.privacy.Pseudonyms;
import org.havenline.redis.Redis;
import org.havenline.redis.RedisScript;
import org.havenline.referral.capacity.Figures;
import org.havenline.referral.capacity.Report;
import org.havenline.referral.capacity.Unit;
import org.havenline.referral.capacity.Way;
import org.havenline.referral.capacity.record.Limits;
import org.havenline.referral.capacity.text.CapacityText;
import org.havenline.referral.capacity.text.Said;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.stored.Directory;
import org.havenline.routingconfig.Channel;

/// Hears texts from the registered numbers of services. A text is taken as a report only when there
/// is nothing else it could be; a woman living there may hold that phone, and what she writes
/// becomes a contact. So does everything while a contact of that number is open: `2` may be an
/// answer.
///
/// Keys:
/// - `{line}:asked-again:<person>` how often today a number was asked to send its figures again
public final class PlaceTexts implements Hearing {
  /// Whoever cannot be understood so often is read by a person; and two machines that answer each
  /// other come to an end.
  private static final int MOST_ASKED = 3;

  private static final Duration DAY = Duration.ofDays(1);

  private static final RedisScript HEARD = RedisScript.of(PlaceTexts.class, "heard.lua");

  private final Redis redis;
  private final LineKeys keys;
  private final Directory directory;
  private final CapacityText texts;
  private final ServiceLetters letters;
  private final Pseudonyms pseudonyms;
  private final Duration lease;
  private final InstantSource clock;

  public PlaceTexts(
      Redis redis,
      LineKeys keys,
      Directory directory,
      ServiceLetters letters,
      Pseudonyms pseudonyms,
      Duration lease,
      InstantSource clock) {
    this.redis = redis;
    this.keys = keys;
    this.directory = directory;
    this.texts = CapacityText.shipped();
    this.letters = letters;
    this.pseudonyms = pseudonyms;
    this.lease = lease;
    this.clock = clock;
  }

  @Override
  public Outcome hear(Claim claim, InboundMessage message, boolean inConversation) {
    if (inConversation || !isPlain(message)) {
      return new Outcome.ForAPerson();
    }
    var said = texts.read(message.text());
    if (said instanceof Said.SomethingElse) {
      return new Outcome.ForAPerson();
    }
    return directory
        .reports()
        .speaker(message.from().value())
        .map(service -> hear(claim, message, service, said))
        .orElseGet(Outcome.ForAPerson::new);
  }

  /// Words and nothing with them.
  private static boolean isPlain(InboundMessage message) {
    var channel = message.from().channel();
    return (channel == Channel.SMS || channel == Channel.WHATSAPP)
        && message.media().isEmpty()
        && message.keys().isEmpty()
        && message.optOut().isEmpty()
        && message.malformed().isEmpty();
  }

  private Outcome hear(Claim claim, InboundMessage message, ServiceId service, Said said) {
    var document = directory.current(service);
    if (document.isEmpty()) {
      return new Outcome.ForAPerson();
    }
    var limits = Limits.of(document.get());
    if (limits.refuses(named(said))) {
      return new Outcome.ForAPerson();
    }
    var figures = figures(said, limits).filter(limits::hold);
    if (figures.isPresent()) {
      var report = new Report(figures.get(), message.receivedAt(), Way.TEXT);
      directory
          .reports()
          .note(
              service,
              report,
              pseudonyms.of("report|" + message.sid()),
              new Author("(the service)"));
      return heard(claim, message, Optional.empty());
    }
    var again = letters.again(document.get(), message);
    return again.isPresent() ? heard(claim, message, again) : new Outcome.ForAPerson();
  }

  private static Optional<Figures> figures(Said said, Limits limits) {
    return switch (said) {
      case Said.Places(var figures) -> Optional.of(figures);
      case Said.Alone(int n) -> limits.only().map(unit -> new Figures(Map.of(unit, n)));
      case Said.Full() -> Optional.of(Figures.full(limits.units()));
      case Said.Unclear _, Said.SomethingElse _ -> Optional.empty();
    };
  }

  private static Set<Unit> named(Said said) {
    return switch (said) {
      case Said.Places(var figures) -> figures.named();
      case Said.Unclear(var units) -> units;
      case Said.Alone _, Said.Full _, Said.SomethingElse _ -> Set.of();
    };
  }

  private Outcome heard(
      Claim claim, InboundMessage message, Optional<ServiceLetters.Letter> answer) {
    var now = clock.instant();
    var found =
        redis
            .run(
                HEARD,
                keys.prefix(),
                claim.lane(),
                claim.epoch(),
                message.sid(),
                now.toEpochMilli(),
                lease.toMillis(),
                MOST_ASKED,
                DAY.toMillis(),
                answer.map(one -> one.id().value()).orElse(""),
                answer.map(ServiceLetters.Letter::sealed).orElse(new byte[0]),
                now.plus(ServiceLetters.NOT_AFTER).toEpochMilli(),
                ServiceLetters.KEPT.toMillis())
            .list();
    return switch ((int) found.getFirst().number()) {
      case 1 -> {
        if (answer.isPresent()) {
          letters.written();
        }
        yield new Outcome.Done(
            found.size() < 2
                ? Optional.empty()
                : found.get(1).optionalBytes().map(claim::withHead));
      }
      case 2 -> new Outcome.ForAPerson();
      default -> new Outcome.Lost();
    };
  }
}
