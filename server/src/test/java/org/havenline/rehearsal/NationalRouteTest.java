package org.havenline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.havenline.rehearsal.route.Explainer;
import org.havenline.rehearsal.route.Explanation;
import org.havenline.rehearsal.route.Explanation.Candidate;
import org.havenline.rehearsal.route.Explanation.Looked;
import org.havenline.rehearsal.route.QuestionFile;
import org.havenline.routingconfig.RoutingTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Telling contacts of the complete example in `routing-config/national`, asked of the explainer by
/// a file as `havenline.jar route FILE` reads it.
class NationalRouteTest {
  private static final Set<String> TEXTS =
      Set.of("waiting", "waitingLong", "closed", "partner", "callBack");

  private final RoutingTables tables =
      Stage.sound(RoutingTables.read(Path.of("../routing-config/national"), TEXTS));

  private Explanation explained(String contact) {
    var file = ("contacts: [" + contact + "]").getBytes(StandardCharsets.UTF_8);
    var reading = QuestionFile.read("a.yaml", file, tables, Instant.parse("2026-11-24T12:00:00Z"));
    assertThat(reading).isInstanceOf(QuestionFile.Reading.Sound.class);
    return Explainer.of(tables, ((QuestionFile.Reading.Sound) reading).questions().getFirst());
  }

  private static final String EVERYBODY =
      "rosa mei yonas priya claire mateo linh olena grace karim ana viktor dina ben helen joao";

  /// The first steps of each escalation.
  private static final String DANGER =
      "20 s offer to the same languages at any level; 30 s text those on call (duty-phone);"
          + " 45 s offer with an interpreter (working or better)";

  private static final String CHILD =
      "45 s tell her the text 'waiting'; 1 min offer to the same languages at any level;"
          + " 1 min 30 s offer with an interpreter (working or better)";
  private static final String PATIENT =
      "1 min tell her the text 'waiting'; 2 min offer to the same languages at any level;"
          + " 3 min offer with an interpreter (working or better)";
  private static final String MANY =
      "30 s tell her the text 'waitingLong'; 3 min offer to the same languages at any level;"
          + " 6 min offer with an interpreter (working or better)";
  private static final String CLOSED =
      "10 s tell her the text 'closed'; 2 min offer to the same languages at any level;"
          + " 3 min hand over to partner 'abroad' and tell her the text 'partner'";

  static Stream<Arguments> contacts() {
    return Stream.of(
        contact(
            "a child by the children's number at three in the morning",
            "channel: sms, subline: children, language: es, at: 2026-11-26T03:00",
            "child",
            "Children and young people",
            "rosa mateo ana ben helen joao",
            CHILD),
        contact(
            "a child in danger",
            "channel: whatsapp, subline: children, language: fr, risk: high, at: 2026-11-26T16:00",
            "child-danger",
            "Children and young people",
            "claire dina",
            DANGER),
        contact(
            "a minor in a chat, who reaches no sub-line",
            "channel: webchat, language: en, minor: true, at: 2026-11-25T16:00",
            "child",
            "Children and young people",
            "rosa priya claire mateo linh olena ana dina ben helen joao",
            CHILD),
        contact(
            "a worker on a Sunday",
            "channel: sms, subline: workers, language: hi, at: 2026-11-29T11:00",
            "worker",
            "Workers",
            "priya",
            PATIENT),
        contact(
            "immediate danger at night, in a language of few",
            "channel: whatsapp, subline: general, language: am, risk: immediate, at:"
                + " 2026-11-26T02:30",
            "danger",
            "Adults in danger",
            "yonas",
            DANGER),
        contact(
            "somebody who asks for a woman",
            "channel: sms, subline: general, language: ar, wishes: [woman], at: 2026-11-25T19:00",
            "everyone",
            "Everyday",
            "dina",
            PATIENT),
        contact(
            "a language not known yet",
            "channel: sms, subline: general, at: 2026-11-25T12:00",
            "language-unknown",
            "Language not known yet",
            EVERYBODY,
            PATIENT),
        contact(
            "a language not sure yet",
            "channel: sms, subline: general, language: uk, confidence: 0.5, at: 2026-11-25T12:00",
            "language-unknown",
            "Language not known yet",
            EVERYBODY,
            PATIENT),
        contact(
            "a disaster",
            "channel: sms, subline: general, language: zh, risk: elevated, mode: disaster, at:"
                + " 2026-11-25T12:00",
            "disaster",
            "Everyday",
            EVERYBODY,
            MANY),
        contact(
            "a child in a disaster",
            "channel: sms, subline: children, language: vi, mode: disaster, at: 2026-11-25T12:00",
            "child",
            "Children and young people",
            "linh",
            CHILD),
        contact(
            "a surge",
            "channel: webchat, language: ru, mode: surge, at: 2026-11-25T20:00",
            "surge",
            "Everyday",
            "olena viktor",
            MANY),
        contact(
            "a call at night",
            "channel: voice, subline: voice, language: tl, at: 2026-11-25T23:30",
            "closed",
            "Everyday",
            "grace",
            CLOSED),
        contact(
            "a call on a holiday with its own text",
            "channel: voice, subline: voice, language: pt-BR, at: 2026-12-25T20:00",
            "closed",
            "Everyday",
            "rosa joao",
            CLOSED.replace("'closed'", "'callBack'")),
        contact(
            "a call at night in danger",
            "channel: voice, subline: voice, language: es, risk: high, at: 2026-11-25T23:30",
            "high-risk",
            "Adults in danger",
            "rosa mateo ana ben helen joao",
            DANGER),
        contact(
            "a worker in immediate danger who asks for a man",
            "channel: whatsapp, subline: workers, language: es, risk: immediate, wishes: [man], at:"
                + " 2026-11-28T16:00",
            "danger",
            "Adults in danger",
            "mateo ben joao",
            DANGER),
        contact(
            "a language the line does not offer",
            "channel: webchat, language: sw, at: 2026-11-25T09:00",
            "everyone",
            "Everyday",
            "",
            PATIENT));
  }

  private static Arguments contact(
      String what, String contact, String rule, String queue, String asked, String steps) {
    return Arguments.of(what, contact, rule, queue, asked, steps);
  }

  /// @param asked at once, were all on duty
  /// @param steps the first ones
  @ParameterizedTest(name = "{0}")
  @MethodSource("contacts")
  void contactGoesWhereItShould(
      String what, String contact, String rule, String queue, String asked, String steps) {
    var one = explained("{" + contact + "}");

    assertThat(one.rules().getLast())
        .matches(Looked::matches)
        .extracting(Looked::rule)
        .as(what)
        .isEqualTo(rule);
    assertThat(one.queue()).isEqualTo(queue);
    assertThat(asked(one)).isEqualTo(asked);
    assertThat(firstSteps(one)).isEqualTo(steps);
  }

  private static String asked(Explanation one) {
    return String.join(
        " ", one.responders().stream().filter(Candidate::asked).map(Candidate::responder).toList());
  }

  private static String firstSteps(Explanation one) {
    return String.join(
        "; ", one.steps().stream().limit(3).map(step -> step.after() + " " + step.what()).toList());
  }

  @Test
  void ruleNamesWhatTheNumberStandsFor() {
    var one = explained("{channel: sms, language: es, subline: workers}");

    assertThat(one.contact()).startsWith("SMS, sub-line workers, language Spanish");
    assertThat(one.rules())
        .filteredOn(rule -> rule.rule().equals("child"))
        .extracting(Looked::because)
        .containsExactly(
            List.of("minor is false", "subline == \"children\": subline is \"workers\""));
  }

  @Test
  void aSubLineThatNoNumberHasIsAFinding() {
    var file = "contacts: [{channel: sms, subline: childern}]".getBytes(StandardCharsets.UTF_8);

    assertThat(QuestionFile.read("a.yaml", file, tables, Instant.EPOCH))
        .isInstanceOfSatisfying(
            QuestionFile.Reading.Faulty.class,
            faulty ->
                assertThat(faulty.findings())
                    .singleElement()
                    .asString()
                    .contains("no number of line 'national' has this sub-line"));
  }
}
