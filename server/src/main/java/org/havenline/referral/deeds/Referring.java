package org.havenline.referral.deeds;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.havenline.contact.ContactId;
import org.havenline.contact.LineKeys;
import org.havenline.contact.ResponderId;
import org.havenline.redis.Redis;
import org.havenline.referral.consent.Consent;
import org.havenline.referral.consent.How;
import org.havenline.referral.consent.Told;
import org.havenline.referral.consent.Why;
import org.havenline.referral.counted.About;
import org.havenline.referral.counted.Tally;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.directory.ServiceKind;
import org.havenline.referral.given.Change;
import org.havenline.referral.given.Change.By;
import org.havenline.referral.given.Change.Done;
import org.havenline.referral.given.Option;
import org.havenline.referral.given.Referral;
import org.havenline.referral.given.Referrals;
import org.havenline.referral.link.Links;

/// What comes before anything is sent: services are offered, she agrees, or takes that back.
public final class Referring {
  /// Of one contact.
  private static final int MOST = 20;

  private static final Change.Refused NOT_NOW =
      new Change.Refused("This conversation is not yours any more.");

  private final Referrals referrals;
  private final Offering offering;
  private final Links links;
  private final Redis redis;
  private final LineKeys keys;
  private final InstantSource clock;
  private final RandomGenerator random;

  /// @param random of ids
  public Referring(
      Referrals referrals,
      Offering offering,
      Links links,
      Redis redis,
      LineKeys keys,
      InstantSource clock,
      RandomGenerator random) {
    this.referrals = referrals;
    this.offering = offering;
    this.links = links;
    this.redis = redis;
    this.keys = keys;
    this.clock = clock;
    this.random = random;
  }

  /// What is offered, for what, and what is known of her.
  ///
  /// @param services none when nothing was found: then only what she asked for is counted
  public record Offer(
      List<Offering.Wanted> services,
      List<ServiceKind> needs,
      Map<Told, String> told,
      About about) {}

  /// Only by who has the conversation.
  public Done offer(ContactId contact, ResponderId who, Offer offer) {
    var options = new ArrayList<Option>();
    for (var wanted : offer.services()) {
      switch (offering.of(wanted)) {
        case Offering.Found.Offered(var option) -> options.add(option);
        case Offering.Found.Not(var reason) -> {
          return new Done.No(reason);
        }
      }
    }
    var id = HexFormat.of().toHexDigits(random.nextLong());
    var now = clock.instant();
    var nothing = options.isEmpty();
    var tally = Tally.of(now, offer.about());
    var counted = nothing ? tally.and(Tally.of(now, offer.needs(), true)) : tally;
    return referrals.change(
        contact,
        new By(who, false),
        state -> {
          if (!state.contact().isOwnedBy(who)) {
            return NOT_NOW;
          }
          if (state.all().size() >= MOST) {
            return new Change.Refused("There are 20 referrals of this contact already.");
          }
          return new Change.Written(
              new Referral(
                  id,
                  now,
                  options,
                  offer.needs(),
                  offer.told(),
                  Optional.empty(),
                  List.of(),
                  Optional.empty(),
                  nothing,
                  Optional.empty(),
                  ""),
              Change.Mail.AS_IT_IS,
              Optional.of(counted),
              "offered");
        });
  }

  /// What she agrees to.
  ///
  /// @param service the one she chose of those offered
  /// @param told what she said on top of what was known
  /// @param until empty for the usual time
  public record Agreed(
      ServiceId service,
      Why why,
      Set<Told> fields,
      Map<Told, String> told,
      Optional<Instant> until,
      How how) {}

  /// Notes it, in place of what she agreed to before. Only by who has the conversation.
  public Done agree(ContactId contact, ResponderId who, String id, Agreed agreed) {
    return unlinked(
        contact,
        referrals.change(
            contact,
            new By(who, false),
            Change.on(
                id,
                (state, one) -> {
                  if (!state.contact().isOwnedBy(who)) {
                    return NOT_NOW;
                  }
                  var now = clock.instant();
                  var until = agreed.until().orElse(now.plus(Consent.USUAL));
                  return refusal(contact, one, agreed, now, until)
                      .<Change>map(Change.Refused::new)
                      .orElseGet(() -> {
                        var known = new EnumMap<Told, String>(Told.class);
                        known.putAll(one.told());
                        known.putAll(agreed.told());
                        var consent =
                            new Consent(
                                agreed.service(),
                                agreed.why(),
                                agreed.fields(),
                                now,
                                until,
                                agreed.how(),
                                who,
                                Optional.empty());
                        return new Change.Written(
                            one.with(known, consent), Change.Mail.STOP, Optional.empty(), "agreed");
                      });
                })));
  }

  private Optional<String> refusal(
      ContactId contact, Referral one, Agreed agreed, Instant now, Instant until) {
    if (one.option(agreed.service()).isEmpty()) {
      return Optional.of("This service was not offered to her in this referral.");
    }
    if (!now.isBefore(until) || until.isAfter(now.plus(Consent.LONGEST))) {
      return Optional.of("A consent ends later than now, and within 30 days.");
    }
    if (agreed.how() instanceof How.Written(var message)) {
      var found = redis.call("HMGET", keys.message(message), "contact", "by").list();
      if (!found.get(0).optionalText().filter(contact.value()::equals).isPresent()
          || !found.get(1).optionalText().filter("person"::equals).isPresent()) {
        return Optional.of("That message is none of hers in this conversation.");
      }
    }
    return Optional.empty();
  }

  /// She takes it back: from here on nothing leaves. By who has or had the conversation, and by
  /// supervisors.
  public Done revoke(ContactId contact, By by, String id) {
    return unlinked(
        contact,
        referrals.change(
            contact,
            by,
            Change.on(
                id,
                (_, one) ->
                    one.consent()
                        .<Change>map(consent ->
                            new Change.Written(
                                one.with(one.told(), consent.revokedAt(clock.instant())),
                                Change.Mail.STOP,
                                Optional.empty(),
                                "revoked"))
                        .orElseGet(
                            () -> new Change.Refused("She has not agreed to anything yet.")))));
  }

  /// The gate refuses what an older consent let through; its links need not even open.
  private Done unlinked(ContactId contact, Done done) {
    if (done instanceof Done.Yes(var one)) {
      one.options()
          .forEach(option ->
              links.endAll(
                  new ServiceLink(keys.line(), contact, one.id(), option.service()).purpose()));
    }
    return done;
  }
}
