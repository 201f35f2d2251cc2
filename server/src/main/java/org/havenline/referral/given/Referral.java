package org.havenline.referral.given;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.havenline.referral.consent.Consent;
import org.havenline.referral.consent.Told;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.directory.ServiceKind;

/// What a responder gave a person: services to choose from, and what followed.
///
/// @param id within its contact
/// @param options none when nothing was found for her
/// @param needs what she asked for
/// @param told what is known of her that a service may want to know; leaves only by the gate
/// @param consent the newest; names what she chose
/// @param outcome as last heard
/// @param counted whether what became of it is in the statistics
/// @param mail how far the newest e-mail has come: empty, `queued`, `sending`, `sent`, `failed`,
///   `unknown` or `blocked`; stored beside, not in it
public record Referral(
    String id,
    Instant made,
    List<Option> options,
    List<ServiceKind> needs,
    Map<Told, String> told,
    Optional<Consent> consent,
    List<Sent> sent,
    Optional<Outcome> outcome,
    boolean counted,
    Optional<FollowUp> followUp,
    String mail) {
  private static final int MOST_SENT = 20;

  public Referral {
    options = List.copyOf(options);
    needs = List.copyOf(needs);
    told = Map.copyOf(told);
    sent = List.copyOf(sent);
  }

  public Optional<Option> option(ServiceId service) {
    return options.stream().filter(one -> one.service().equals(service)).findFirst();
  }

  /// What she chose.
  public Optional<Option> chosen() {
    return consent.flatMap(one -> option(one.service()));
  }

  /// Until when it has a use: her consent holds, or somebody is to ask how it went.
  Instant neededUntil() {
    return Stream.concat(
            consent.stream().filter(one -> one.revoked().isEmpty()).map(Consent::until),
            followUp.stream().map(FollowUp::at))
        .reduce(made, (a, b) -> a.isAfter(b) ? a : b);
  }

  /// The same, with what she agrees to now.
  public Referral with(Map<Told, String> known, Consent given) {
    return new Referral(
        id,
        made,
        options,
        needs,
        known,
        Optional.of(given),
        sent,
        outcome,
        counted,
        followUp,
        mail);
  }

  /// One more time that somebody was told; the oldest are forgotten.
  public Referral with(Sent one) {
    var all =
        Stream.concat(sent.stream().skip(Math.max(0, sent.size() - MOST_SENT + 1)), Stream.of(one))
            .toList();
    return new Referral(
        id, made, options, needs, told, consent, all, outcome, counted, followUp, mail);
  }

  /// The same, as far as what became of it is known.
  public Referral with(Optional<Outcome> heard, boolean isCounted, Optional<FollowUp> next) {
    return new Referral(
        id, made, options, needs, told, consent, sent, heard, isCounted, next, mail);
  }

  @Override
  public String toString() {
    return "Referral[" + id + "]";
  }
}
