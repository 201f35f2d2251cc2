package org.havenline.routing.interpreter;

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
import org.havenline.routing.FreeResponder;
import org.havenline.routing.Matching;
import org.havenline.routing.Requirement;
import org.havenline.routing.RoutingDecision;
import org.havenline.routing.RoutingDecision.DueStep;
import org.havenline.routing.Triage;
import org.havenline.routing.WaitingContact;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.asking.AskOrder;
import org.havenline.routingconfig.plan.QueueId;
import org.havenline.routingconfig.plan.RuleId;
import org.havenline.routingconfig.plan.Step;
import org.havenline.routingconfig.staff.LanguageLevel;
import org.junit.jupiter.api.Test;

class InterpretersTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Interpreter ALMAZ =
      new Interpreter(
          "almaz",
          "Almaz",
          Map.of("ti", LanguageLevel.FLUENT),
          Set.of("asmara-church"),
          Optional.empty());
  private static final Interpreter BERHANE =
      new Interpreter(
          "berhane", "Berhane", Map.of("ti", LanguageLevel.NATIVE), Set.of(), Optional.empty());
  private static final FreeResponder RUTH = responder("ruth", Map.of("en", LanguageLevel.NATIVE));

  @Test
  void trainedResponderIsAskedTogetherWithANamedInterpreter() {
    var offering = ask(waiting("ti", 1), new Interpreters(List.of(ALMAZ)), RUTH);
    assertThat(offering.orElseThrow().interpreter()).contains(ALMAZ);
    assertThat(offering.get().proposal().reasons())
        .contains("writes Tigrinya, which you do not speak; interpreter: Almaz");
  }

  @Test
  void beforeTheStepAndWithoutAnInterpreterNobodyElseIsAsked() {
    assertThat(ask(waiting("ti", 0), new Interpreters(List.of(ALMAZ)), RUTH)).isEmpty();
    assertThat(ask(waiting("ti", 1), new Interpreters(List.of()), RUTH)).isEmpty();
    assertThat(ask(waiting("am", 1), new Interpreters(List.of(ALMAZ)), RUTH)).isEmpty();
    assertThat(ask(waiting("und", 1), new Interpreters(List.of(ALMAZ)), RUTH))
        .as("nobody knows yet what to interpret, so anyone may answer")
        .hasValueSatisfying(offering -> assertThat(offering.interpreter()).isEmpty());
  }

  @Test
  void whoSpeaksHerLanguageIsAskedFirstAndAlone() {
    var speaker = responder("sara", Map.of("ti", LanguageLevel.WORKING));
    var offering = ask(waiting("ti", 1), new Interpreters(List.of(ALMAZ)), RUTH, speaker);
    assertThat(offering.orElseThrow().proposal().responder()).isEqualTo(new ResponderId("sara"));
    assertThat(offering.get().interpreter()).isEmpty();
  }

  @Test
  void bestSpeakerInterpretsAndNobodyOfACommunityToAvoid() {
    var both = new Interpreters(List.of(ALMAZ, BERHANE));
    assertThat(both.of(triage("ti", Set.of()), LanguageLevel.BASIC)).contains(BERHANE);
    assertThat(both.of(triage("ti-ER", Set.of()), LanguageLevel.FLUENT)).contains(BERHANE);
    assertThat(both.without("berhane").of(triage("ti", Set.of()), LanguageLevel.FLUENT))
        .contains(ALMAZ);
    assertThat(both.without("berhane").of(triage("ti", Set.of()), LanguageLevel.NATIVE)).isEmpty();
    assertThat(
            both.without("berhane").of(triage("ti", Set.of("asmara-church")), LanguageLevel.BASIC))
        .isEmpty();
    assertThat(
            ask(waiting("ti", 1, Set.of("asmara-church")), new Interpreters(List.of(ALMAZ)), RUTH))
        .isEmpty();
  }

  @Test
  void skillsStayRequired() {
    var untrained =
        new FreeResponder(
            new ResponderId("new"),
            Map.of("en", LanguageLevel.NATIVE),
            Map.of(),
            Optional.empty(),
            Map.of(Channel.SMS, 1),
            0,
            NOON,
            Set.of(),
            Integer.MAX_VALUE);
    assertThat(ask(waiting("ti", 1), new Interpreters(List.of(ALMAZ)), untrained)).isEmpty();
  }

  @Test
  void oneInterpreterIsNotPromisedTwice() {
    var interpreters = new Interpreters(List.of(ALMAZ));
    var contact = waiting("ti", 1);
    var proposal =
        Matching.propose(List.of(interpreters.widened(contact)), List.of(RUTH), NOON).orElseThrow();
    assertThat(interpreters.without("almaz").accompany(proposal, contact, RUTH.languages()))
        .isEmpty();
  }

  private static Optional<Offering> ask(
      WaitingContact contact, Interpreters interpreters, FreeResponder... free) {
    return Matching.propose(List.of(interpreters.widened(contact)), List.of(free), NOON)
        .flatMap(proposal -> {
          var asked =
              List.of(free).stream()
                  .filter(one -> one.id().equals(proposal.responder()))
                  .findFirst()
                  .orElseThrow();
          return interpreters.accompany(proposal, contact, asked.languages());
        });
  }

  private static Triage triage(String language, Set<String> avoided) {
    return new Triage(
        Channel.SMS,
        language,
        1,
        RiskLevel.HIGH,
        "US",
        false,
        Set.of(),
        Map.of(),
        new Contact.Avoided(Set.of(), avoided),
        "");
  }

  private static WaitingContact waiting(String language, int step) {
    return waiting(language, step, Set.of());
  }

  private static WaitingContact waiting(String language, int step, Set<String> avoided) {
    var triage = triage(language, avoided);
    var languages = language.equals("und") ? List.<String>of() : List.of(language);
    var decision =
        new RoutingDecision(
            new RuleId("r"),
            new QueueId("q"),
            new Requirement(
                languages,
                LanguageLevel.WORKING,
                Map.of("crisis", 1),
                Set.of(),
                Map.of(),
                List.of()),
            Duration.ZERO,
            NOON.toEpochMilli(),
            Duration.ofSeconds(30),
            List.of(new DueStep(NOON, new Step.Interpreter(LanguageLevel.WORKING))),
            new RoutingDecision.Why(List.of(), 0, List.of(), false, Optional.empty()),
            AskOrder.LONGEST_IDLE,
            NOON,
            1);
    return new WaitingContact(
        new ContactId("c1"), triage, NOON, decision, step, Set.of(), Set.of(), List.of());
  }

  private static FreeResponder responder(String id, Map<String, LanguageLevel> languages) {
    return new FreeResponder(
        new ResponderId(id),
        languages,
        Map.of("crisis", 1),
        Optional.empty(),
        Map.of(Channel.SMS, 1),
        0,
        NOON,
        Set.of(),
        Integer.MAX_VALUE);
  }
}
