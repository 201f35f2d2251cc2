package org.havenline.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.havenline.contact.ContactId;
import org.havenline.contact.ResponderId;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Gender;
import org.havenline.routingconfig.RiskLevel;
import org.junit.jupiter.api.Test;

/// Who is asked about whom, case by case.
class MatchingTest {
  private static final RoutingPlan PLAN = RoutingPlan.of(Contacts.tables(), "demo");

  @Test
  void longestIdleIsAskedAndToldWhy() {
    var proposal =
        Matching.propose(
            List.of(waiting("c1", Contacts.adult("es", RiskLevel.HIGH), 0)),
            List.of(
                Contacts.responder("new", 1, 5, "es"),
                Contacts.responder("idle", 1, 50, "es"),
                Contacts.responder("other", 1, 500, "fr")),
            Contacts.NOON.plusSeconds(125));
    assertThat(proposal)
        .contains(
            new Proposal(
                new ContactId("c1"),
                new ResponderId("idle"),
                Duration.ofSeconds(25),
                List.of("writes Spanish, which you speak", "waited 2 min", "risk HIGH")));
  }

  @Test
  void equallyIdleTheLeastLoadedThenTheFirstByIdIsAsked() {
    var contact = waiting("c1", Contacts.adult("es", RiskLevel.HIGH), 0);
    var a = Contacts.responder("a", 2, 5, "es").with(contact.triage(), Contacts.NOON);
    var b = Contacts.responder("b", 2, 0, "es");
    var c = Contacts.responder("c", 2, 0, "es");
    assertThat(asked(contact, a, c, b)).contains("b");
    assertThat(asked(contact, a)).contains("a");
  }

  @Test
  void onlyWhoSpeaksHerLanguageIsAskedUntilAStepSaysOtherwise() {
    var fr = Contacts.responder("fr", 1, 5, "fr");
    assertThat(asked(waiting("c1", Contacts.adult("es", RiskLevel.STANDARD), 0), fr)).isEmpty();
    assertThat(asked(waiting("c1", Contacts.adult("es", RiskLevel.STANDARD), 4), fr)).isEmpty();
    assertThat(asked(waiting("c1", Contacts.adult("es", RiskLevel.STANDARD), 5), fr))
        .contains("fr");
  }

  @Test
  void whereAnyLanguageWillDoASpeakerIsAskedFirst() {
    assertThat(
            asked(
                waiting("c1", Contacts.adult("es", RiskLevel.STANDARD), 9),
                Contacts.responder("fr", 1, 500, "fr"),
                Contacts.responder("es", 1, 5, "es")))
        .contains("es");
  }

  @Test
  void regionOfALanguageDoesNotKeepPeopleApart() {
    var contact = waiting("c1", Contacts.adult("pt", RiskLevel.STANDARD), 0);
    assertThat(asked(contact, Contacts.responder("br", 1, 5, "pt-BR"))).contains("br");
  }

  @Test
  void whoDeclinedIsAskedAgainOnlyWhenThereIsNobodyElse() {
    var declined =
        PLAN.waiting(
            new ContactId("c1"),
            Contacts.adult("es", RiskLevel.STANDARD),
            Contacts.NOON,
            0,
            Set.of(new ResponderId("first")));
    var first = Contacts.responder("first", 1, 500, "es");
    assertThat(asked(declined, first, Contacts.responder("second", 1, 5, "es"))).contains("second");
    assertThat(Matching.propose(List.of(declined), List.of(first), Contacts.NOON).orElseThrow())
        .satisfies(p -> assertThat(p.reasons()).contains("nobody else is free"));
  }

  @Test
  void wishForAManIsNotRelaxedByAnyStep() {
    var contact = waiting("c1", Contacts.asking("es", Gender.MAN), 99);
    var unknown = withGender(Contacts.responder("x", 1, 5, "es"), Optional.empty());
    assertThat(asked(contact, Contacts.responder("woman", 1, 5, "es"), unknown)).isEmpty();
    var man = withGender(unknown, Optional.of(Gender.MAN));
    assertThat(asked(contact, man)).contains("x");
  }

  @Test
  void firstWaitingIsPassedOverOnlyWhenNobodyCanServeHer() {
    var contacts =
        List.of(
            waiting("c1", Contacts.adult("uk", RiskLevel.STANDARD), 0),
            waiting("c2", Contacts.adult("es", RiskLevel.STANDARD), 0));
    var es = Contacts.responder("es", 1, 5, "es");
    var both = Contacts.responder("both", 1, 5, "es", "uk");
    assertThat(Matching.propose(contacts, List.of(es), Contacts.NOON).orElseThrow().contact())
        .isEqualTo(new ContactId("c2"));
    assertThat(Matching.propose(contacts, List.of(es, both), Contacts.NOON).orElseThrow().contact())
        .isEqualTo(new ContactId("c1"));
    assertThat(Matching.proposeAll(contacts, List.of(es, both), Contacts.NOON))
        .extracting(p -> p.contact() + " " + p.responder())
        .containsExactly("c1 both", "c2 es");
  }

  @Test
  void severalAtOnceAreTheFirstInOrderEachOnceAndTheNextContactGetsTheRest() {
    var spanish = Contacts.adult("es", RiskLevel.STANDARD);
    var contacts =
        List.of(waiting("c1", spanish, 0).asking(2), waiting("c2", spanish, 0).asking(2));
    assertThat(
            Matching.proposeAll(
                contacts,
                List.of(
                    Contacts.responder("new", 3, 5, "es"),
                    Contacts.responder("idle", 1, 50, "es"),
                    Contacts.responder("older", 1, 40, "es")),
                Contacts.NOON))
        .extracting(p -> p.contact() + " " + p.responder())
        .containsExactly("c1 idle", "c1 older", "c2 new");
  }

  @Test
  void callLeavesNoRoomForTextsAndTextsNoneForACall() {
    var lucia = Contacts.tables().responder("lucia").orElseThrow();
    assertThat(FreeResponder.of(lucia, Map.of(Channel.VOICE, 1), Contacts.NOON).free())
        .allSatisfy((_, free) -> assertThat(free).isZero());
    var texting = FreeResponder.of(lucia, Map.of(Channel.SMS, 1), Contacts.NOON);
    assertThat(texting.freeOn(Channel.VOICE)).isZero();
    assertThat(texting.freeOn(Channel.SMS)).isEqualTo(2);
    assertThat(texting.freeOn(Channel.WHATSAPP)).isEqualTo(3);
  }

  private static WaitingContact waiting(String id, Triage triage, int step) {
    return PLAN.waiting(new ContactId(id), triage, Contacts.NOON, step, Set.of());
  }

  private static Optional<String> asked(WaitingContact contact, FreeResponder... free) {
    return Matching.propose(List.of(contact), List.of(free), Contacts.NOON.plusSeconds(1))
        .map(proposal -> proposal.responder().value());
  }

  private static FreeResponder withGender(FreeResponder r, Optional<Gender> gender) {
    return new FreeResponder(
        r.id(),
        r.languages(),
        r.skills(),
        gender,
        r.free(),
        r.load(),
        r.idleSince(),
        r.communities(),
        r.highRiskLeft());
  }
}
