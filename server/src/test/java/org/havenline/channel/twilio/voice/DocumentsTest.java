package org.havenline.channel.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.havenline.channel.twilio.PublicUrl;
import org.havenline.channel.voice.Speech;
import org.havenline.channel.voice.Turn;
import org.havenline.channel.voice.Turn.Spoken;
import org.havenline.contact.LineId;
import org.havenline.translations.Reading;
import org.havenline.translations.Texts;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  private static final Documents DOCUMENTS =
      new Documents(new PublicUrl("https://line.example.org"), new LineId("north"));

  private static final Texts TEXTS = ((Reading.Sound) Texts.shipped()).texts();

  /// Every kind of document, with these words wherever words are heard.
  private static Stream<Turn> turns(Spoken words) {
    return Stream.of(
        new Turn.Ask(List.of(words), Duration.ofSeconds(5), "menu?level=0&n=1"),
        new Turn.Ask(List.of(words, words), Duration.ofSeconds(15), "next?n=3"),
        new Turn.Ask(List.of(), Duration.ofSeconds(15), "leg/key?l=Lx&n=0"),
        new Turn.Digits(List.of(words), Duration.ofSeconds(8), 4, "back/code?l=Hx"),
        new Turn.Talk("LROOM", "next?n=1"),
        new Turn.Talk("LROOM", "leg/over?l=Lx", true, true),
        new Turn.Aside(List.of(words), Duration.ofSeconds(12), "hold?c=CA1"),
        new Turn.Aside(List.of(words, words), Duration.ZERO, ""),
        new Turn.End(List.of(words)),
        Turn.NOTHING);
  }

  @Test
  void everyDocumentIsValidByTwiliosRules() {
    var spoken = TEXTS.languages().stream().filter(Voices::has).toList();
    var keys = TEXTS.keys().stream().filter(key -> key.startsWith("call")).toList();
    long documents =
        spoken.stream()
            .flatMap(language ->
                keys.stream()
                    .map(key ->
                        new Spoken(
                            language, TEXTS.text(key, language, Map.of("key", "1", "count", 3)))))
            .flatMap(DocumentsTest::turns)
            .map(DOCUMENTS::of)
            .peek(document -> assertThat(TwimlRules.broken(document)).as(document).isEmpty())
            .count();
    System.out.printf(
        "TwiML: %d documents in %d languages with a voice, all valid%n", documents, spoken.size());
    assertThat(spoken).hasSizeGreaterThanOrEqualTo(30);
  }

  @Test
  void rulesCatchWhatTwilioWouldRefuse() {
    var bad =
        List.of(
            "",
            "<Response><Say>x</Response>",
            "<Answer/>",
            "<Response><Record/></Response>",
            "<Response><Say voice=\"nobody\">x</Say></Response>",
            "<Response><Say/></Response>",
            "<Response><Gather><Say>x</Say></Gather></Response>",
            "<Response><Gather action=\"https://a.example/\"><Say>x</Say></Gather></Response>",
            "<Response><Dial>+15005550006</Dial></Response>",
            "<Response><Hangup/><Say>x</Say></Response>",
            "<Response><Say><Dial/></Say></Response>",
            "<Response><Redirect>/next</Redirect></Response>",
            "<Response><Dial action=\"https://a.example/\" record=\"record-from-answer\">"
                + "<Conference>x</Conference></Dial></Response>");
    assertThat(bad)
        .allSatisfy(document -> {
          assertThat(TwimlRules.broken(document)).as(document).isNotEmpty();
        });
  }

  @Test
  void hostileWordsAddNoVerb() {
    var hostile = HostileWords.all();
    assertThat(hostile).hasSizeGreaterThanOrEqualTo(500).doesNotHaveDuplicates();
    assertThat(added(hostile, DOCUMENTS::of)).isZero();
    System.out.printf("TwiML: %d hostile texts, 0 verbs added%n", hostile.size());
    // the same with a document that escapes nothing is caught
    assertThat(added(hostile, DocumentsTest::unescaped)).isGreaterThan(100);
  }

  /// Documents that differ from those of plain words in anything but the words.
  private static long added(List<String> hostile, Function<Turn, String> write) {
    var plain = turns(new Spoken("en", "x")).map(write).map(TwimlRules::verbs).toList();
    return hostile.stream()
        .filter(words -> {
          var documents = turns(new Spoken("en", words)).map(write).toList();
          return !documents.stream().map(TwimlRules::verbs).toList().equals(plain)
              || !documents.stream().allMatch(one -> TwimlRules.broken(one).isEmpty());
        })
        .count();
  }

  private static String unescaped(Turn turn) {
    return turn instanceof Turn.End(var words) && !words.isEmpty()
        ? "<Response><Say>" + words.getFirst().text() + "</Say><Hangup/></Response>"
        : DOCUMENTS.of(turn);
  }

  @Test
  void wordsAreHeardAsTheyAre() throws Exception {
    var words = "Tom & Ana <3 \"today\" 'now' — 你好";
    var document = DOCUMENTS.of(new Turn.End(List.of(new Spoken("en", words))));
    assertThat(TwimlRules.parsed(document).getTextContent()).isEqualTo(words);
  }

  @Test
  void aLanguageWithoutAVoiceIsSaidInTheLinesOwn() {
    var speech = new Speech(TEXTS, Voices::has);
    assertThat(speech.speaks("es")).isTrue();
    assertThat(speech.speaks("so")).isFalse();
    assertThat(speech.say("callNext", Map.of(), "so", "es").language()).isEqualTo("es");
  }
}
