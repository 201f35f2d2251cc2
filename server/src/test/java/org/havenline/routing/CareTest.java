package org.havenline.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.havenline.contact.Contact;
import org.havenline.contact.ContactId;
import org.havenline.contact.ResponderId;
import org.havenline.routing.FreeResponder.Strain;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.asking.Welfare;
import org.havenline.routingconfig.staff.LanguageLevel;
import org.junit.jupiter.api.Test;

/// Kinship of languages, minors, exclusions, who knows her, and who should rest, case by case on
/// the shipped tables.
class CareTest {
  private static final RoutingPlan PLAN = RoutingPlan.of(Contacts.tables(), "demo");
  private static final Instant NOW = Contacts.NOON.plusSeconds(1);

  @Test
  void dariIsAnsweredByOneWhoSpeaksPersianAndSheIsToldSo() {
    var contact = waiting(Channel.SMS, "prs", RiskLevel.STANDARD, 0);
    assertThat(proposal(contact, Contacts.responder("fa", 1, 5, "fa")))
        .hasValueSatisfying(p ->
            assertThat(p.reasons()).contains("writes Dari, which you understand through Persian"));
  }

  @Test
  void hindiHelpsWithUrduOnTheTelephoneOnly() {
    var hindi = onAll(Contacts.responder("hi", 1, 5, "hi"));
    assertThat(asked(waiting(Channel.VOICE, "ur", RiskLevel.STANDARD, 0), hindi)).contains("hi");
    assertThat(asked(waiting(Channel.SMS, "ur", RiskLevel.STANDARD, 0), hindi)).isEmpty();
  }

  @Test
  void throughAnotherLanguageIsWorthNoMoreThanThatLanguageIsSpoken() {
    var some = with(Contacts.responder("fa", 1, 5), Map.of("fa", LanguageLevel.BASIC));
    assertThat(asked(waiting(Channel.SMS, "prs", RiskLevel.STANDARD, 0), some)).isEmpty();
    assertThat(asked(waiting(Channel.SMS, "prs", RiskLevel.STANDARD, 2), some)).contains("fa");
  }

  @Test
  void bestLanguageIsAskedFirstWhereTheRuleSaysSo() {
    var idle = Contacts.responder("idle", 1, 500, "es");
    var better = with(Contacts.responder("native", 1, 5), Map.of("es", LanguageLevel.NATIVE));
    assertThat(asked(waiting(Channel.SMS, "es", RiskLevel.IMMEDIATE, 0), idle, better))
        .contains("native");
    assertThat(asked(waiting(Channel.SMS, "es", RiskLevel.STANDARD, 0), idle, better))
        .contains("idle");
  }

  @Test
  void minorIsAnsweredByTheTrainedOnlyAtEveryStep() {
    var minor = new Triage(Channel.SMS, "es", 1, RiskLevel.STANDARD, "US", true, Set.of());
    var untrained = skilled(Contacts.responder("x", 1, 5, "es"), Map.of("crisis", 5));
    var trained = skilled(untrained, Map.of("minors", 1));
    assertThat(asked(waiting(minor, 99), untrained)).isEmpty();
    assertThat(asked(waiting(minor, 99), trained)).contains("x");
  }

  @Test
  void whomSheAvoidsIsNeverAskedNorMayInterpret() {
    var one = Contacts.responder("x", 1, 5, "es");
    var hills =
        new FreeResponder(
            one.id(),
            one.languages(),
            one.skills(),
            one.gender(),
            one.free(),
            0,
            one.idleSince(),
            Set.of("hills"),
            Integer.MAX_VALUE);
    var byName = avoiding(Set.of(one.id()), Set.of(), Set.of());
    var byCommunity = avoiding(Set.of(), Set.of("hills"), Set.of());
    assertThat(asked(waiting(byName, 99), one)).isEmpty();
    assertThat(asked(waiting(byCommunity, 99), hills)).isEmpty();
    assertThat(asked(waiting(byCommunity, 99), one)).contains("x");
    assertThat(byName.mayInterpret(one)).isFalse();
    assertThat(byCommunity.mayInterpret(hills)).isFalse();
    assertThat(byCommunity.mayInterpret(one)).isTrue();
    assertThat(avoiding(Set.of(), Set.of(), Set.of(Gender.MAN)).mayInterpret(one)).isFalse();
  }

  @Test
  void whoKnowsHerIsWaitedForAWhileUnlessTheDangerIsImmediate() {
    var known = List.of(new ResponderId("known"));
    var other = Contacts.responder("other", 1, 500, "es");
    var busy = Contacts.responder("known", 0, 5, "es");
    var free = Contacts.responder("known", 1, 5, "es");
    var calm = waiting(Channel.SMS, "es", RiskLevel.HIGH, 0).knownTo(known);
    var danger = waiting(Channel.SMS, "es", RiskLevel.IMMEDIATE, 0).knownTo(known);
    assertThat(asked(calm, other, free)).contains("known");
    assertThat(asked(calm, other, busy)).isEmpty();
    assertThat(asked(calm, other)).as("she is not on duty").contains("other");
    assertThat(asked(danger, other, busy)).contains("other");
    assertThat(Matching.propose(List.of(calm), List.of(other, busy), NOW.plusSeconds(30)))
        .as("for a while only")
        .isPresent();
  }

  @Test
  void whoShouldRestIsSparedUntilAStepSaysOtherwise() {
    var tables = Contacts.tables();
    var lucia = tables.responder("lucia").orElseThrow();
    var welfare = new Welfare(2, Duration.ofMinutes(15));
    var spent = new Strain(2, false, NOW.minusSeconds(60));
    var tired = FreeResponder.of(lucia, Map.of(), NOW, spent, welfare, NOW);
    assertThat(asked(waiting(Channel.SMS, "es", RiskLevel.IMMEDIATE, 0), tired)).isEmpty();
    assertThat(asked(waiting(Channel.SMS, "es", RiskLevel.STANDARD, 0), tired)).isEmpty();
    assertThat(asked(waiting(Channel.SMS, "es", RiskLevel.IMMEDIATE, 5), tired)).contains("lucia");
    var later = NOW.plus(Duration.ofMinutes(14));
    assertThat(FreeResponder.of(lucia, Map.of(), NOW, spent, welfare, later).highRiskLeft())
        .isEqualTo(2);
  }

  @Test
  void noMoreHighRiskIsOfferedAtOnceThanABreakAllows() {
    var lucia = Contacts.tables().responder("lucia").orElseThrow();
    var one =
        FreeResponder.of(
            lucia, Map.of(), NOW, Strain.NONE, new Welfare(1, Duration.ofMinutes(15)), NOW);
    var two =
        List.of(
            waiting(Channel.SMS, "es", RiskLevel.HIGH, 0),
            PLAN.waiting(
                new ContactId("c2"),
                Contacts.adult("es", RiskLevel.HIGH),
                Contacts.NOON,
                0,
                Set.of()));
    assertThat(Matching.proposeAll(two, List.of(one), NOW)).hasSize(1);
  }

  private static Triage avoiding(
      Set<ResponderId> responders, Set<String> communities, Set<Gender> wishes) {
    return new Triage(
        Channel.SMS,
        "es",
        1,
        RiskLevel.STANDARD,
        "US",
        false,
        wishes,
        Map.of(),
        new Contact.Avoided(responders, communities),
        "");
  }

  private static WaitingContact waiting(
      Channel channel, String language, RiskLevel risk, int step) {
    return waiting(new Triage(channel, language, 1, risk, "US", false, Set.of()), step);
  }

  private static WaitingContact waiting(Triage triage, int step) {
    return PLAN.waiting(new ContactId("c1"), triage, Contacts.NOON, step, Set.of());
  }

  private static Optional<Proposal> proposal(WaitingContact contact, FreeResponder... staff) {
    return Matching.propose(List.of(contact), List.of(staff), NOW);
  }

  private static Optional<String> asked(WaitingContact contact, FreeResponder... staff) {
    return proposal(contact, staff).map(proposal -> proposal.responder().value());
  }

  private static FreeResponder with(FreeResponder one, Map<String, LanguageLevel> languages) {
    return changed(one, languages, one.skills(), one.free());
  }

  private static FreeResponder skilled(FreeResponder one, Map<String, Integer> skills) {
    return changed(one, one.languages(), skills, one.free());
  }

  private static FreeResponder onAll(FreeResponder one) {
    return changed(one, one.languages(), one.skills(), Map.of(Channel.SMS, 1, Channel.VOICE, 1));
  }

  private static FreeResponder changed(
      FreeResponder one,
      Map<String, LanguageLevel> languages,
      Map<String, Integer> skills,
      Map<Channel, Integer> free) {
    return new FreeResponder(
        one.id(),
        languages,
        skills,
        one.gender(),
        free,
        one.load(),
        one.idleSince(),
        one.communities(),
        one.highRiskLeft());
  }
}
