package org.havenline.channel.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.havenline.channel.twilio.message.FallbackReply;
import org.havenline.channel.voice.Turn.Spoken;
import org.havenline.command.FallbackCommand;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.line.Line;
import org.havenline.routingconfig.line.LineNumber;
import org.havenline.simulator.twiml.Twiml;
import org.havenline.translations.Segments;
import org.havenline.translations.Texts;
import org.junit.jupiter.api.Test;

/// What Twilio says while no server of ours answers.
class FallbackFilesTest {
  private static final Texts TEXTS =
      ((org.havenline.translations.Reading.Sound) Texts.shipped()).texts();
  static final RoutingTables NATIONAL_TABLES =
      ((Reading.Sound)
              RoutingTables.check(
                  Path.of("../routing-config/national"),
                  TEXTS.messages(),
                  LocalDate.of(2026, 11, 24)))
          .tables();
  static final Line NATIONAL = NATIONAL_TABLES.lines().getFirst();
  static final String NUMBER = "+18005550199";

  static Map<String, String> files(Line line) {
    return FallbackCommand.files(TEXTS, line);
  }

  private static String file(Line line, String name) {
    return Objects.requireNonNull(files(line).get(name), name);
  }

  /// The same line with these languages.
  private static Line speaking(List<String> languages, Optional<String> dutyPhone) {
    return with(NATIONAL.numbers(), languages, dutyPhone);
  }

  private static Line with(
      List<LineNumber> numbers, List<String> languages, Optional<String> dutyPhone) {
    return new Line(
        NATIONAL.id(),
        NATIONAL.name(),
        numbers,
        languages,
        NATIONAL.country(),
        NATIONAL.timeZone(),
        NATIONAL.plan(),
        NATIONAL.hours(),
        NATIONAL.askLanguage(),
        NATIONAL.askPlacesAfter(),
        dutyPhone,
        NATIONAL.talk(),
        NATIONAL.voicemail());
  }

  @Test
  void aLineHasOneDocumentForEachNumberThatIsCalledAndOneReply() {
    assertThat(files(NATIONAL).keySet())
        .containsExactly(
            "national-call-18005550199.xml",
            "national-duty.xml",
            "national-taken.xml",
            "national-text.xml");
    assertThat(files(speaking(List.of("en"), Optional.empty())).keySet())
        .containsExactly("national-call-18005550199.xml", "national-text.xml");
  }

  @Test
  void everyDocumentIsValidByTwiliosRulesInEveryLanguage() {
    int documents = 0;
    for (var language : TEXTS.languages()) {
      for (var phone : List.of(Optional.of("+12025550150"), Optional.<String>empty())) {
        var calls = files(speaking(List.of(language), phone));
        calls.remove("national-text.xml");
        for (var document : calls.values()) {
          assertThat(Twiml.read(document).complaints()).as(document).isEmpty();
          documents++;
        }
      }
    }
    System.out.printf(
        "fallback: %d documents in %d languages, all valid%n", documents, TEXTS.languages().size());
  }

  @Test
  void theTelephoneIsRungByTheLinesNumberAndNothingIsRecorded() {
    var document = file(NATIONAL, FallbackCalls.name(NATIONAL, NUMBER));
    var dial =
        Twiml.read(document).verbs().stream()
            .filter(verb -> verb.name().equals("Dial"))
            .findFirst()
            .orElseThrow();
    assertThat(dial.attributes())
        .containsEntry("callerId", NUMBER)
        .containsEntry("record", "do-not-record");
    assertThat(dial.children().getFirst().text()).isEqualTo("+12025550150");
    // she is never asked to go, and never let fall
    assertThat(TwimlRules.verbs(document)).doesNotContain("Hangup", "Record").endsWith("Redirect");
  }

  @Test
  void theReplyIsOneSmsInEveryLanguageAndTellsNobodyAnything() throws Exception {
    for (var language : TEXTS.languages()) {
      var line = speaking(List.of(language, "en", "es"), Optional.empty());
      var reply = file(line, FallbackReply.name(line));
      var root = TwimlRules.parsed(reply);
      assertThat(TwimlRules.verbs(reply)).containsExactly("Message", "Body");
      var words = root.getTextContent();
      assertThat(words).startsWith(TEXTS.text("tryLater", language, Map.of()));
      assertThat(Segments.of(words)).as(words).isEqualTo(1);
      assertThat(TEXTS.telling(words, language)).isEmpty();
    }
  }

  @Test
  void asManyLanguagesAsOneSmsHoldsAreInTheReply() {
    var reply = file(speaking(List.of("en", "fr"), Optional.empty()), "national-text.xml");
    assertThat(reply)
        .contains(TEXTS.text("tryLater", "en", Map.of()), TEXTS.text("tryLater", "fr", Map.of()));
  }

  @Test
  void hostileWordsAddNoVerb() {
    var hostile = HostileWords.all();
    var plain = verbs("x");
    for (var words : hostile) {
      assertThat(verbs(words)).as(words).isEqualTo(plain);
      assertThat(calls(words).flatMap(one -> Twiml.read(one).complaints().stream()))
          .as(words)
          .isEmpty();
    }
    System.out.printf("fallback: %d hostile texts, 0 verbs added%n", hostile.size());
  }

  private static List<List<String>> verbs(String words) {
    var reply = new FallbackReply(_ -> words).of(NATIONAL).orElseThrow();
    return Stream.concat(calls(words), Stream.of(reply)).map(TwimlRules::verbs).toList();
  }

  private static Stream<String> calls(String words) {
    return new FallbackCalls(Set.of("en")::contains, (_, language) -> new Spoken(language, words))
        .of(NATIONAL).values().stream();
  }

  @Test
  void aLineThatNobodyCallsOrWritesToNeedsNothing() {
    var numbers = List.of(new LineNumber("+15005550007", Set.of(Channel.SMS), ""));
    var texted = line(numbers);
    assertThat(files(texted).keySet()).containsExactly("national-text.xml");
    assertThat(files(line(List.of()))).isEmpty();
  }

  /// The same line with these numbers.
  static Line line(List<LineNumber> numbers) {
    return with(numbers, NATIONAL.languages(), NATIONAL.dutyPhone());
  }
}
