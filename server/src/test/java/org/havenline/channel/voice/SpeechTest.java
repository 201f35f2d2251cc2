package org.havenline.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.havenline.channel.voice.prompt.Coverage;
import org.havenline.channel.voice.prompt.Recording;
import org.havenline.translations.Reading;
import org.havenline.translations.Texts;
import org.havenline.translations.spoken.Sentence;
import org.junit.jupiter.api.Test;

/// By a recording, by a voice, or in another language.
class SpeechTest {
  private static final Texts TEXTS = ((Reading.Sound) Texts.shipped()).texts();
  private static final Recording RECORDING =
      new Recording("0".repeat(32), Duration.ofMillis(1_500), "jonas");

  private static final int ALL = TEXTS.script("prs").sentences().size();

  /// Prints of what is recorded.
  private final Set<String> recorded = new HashSet<>();

  private final Speech speech = new Speech(TEXTS, "en"::equals, this::recording);

  private Optional<Recording> recording(Sentence sentence) {
    return recorded.contains(sentence.print()) ? Optional.of(RECORDING) : Optional.empty();
  }

  private void recordAll(String language) {
    recorded.addAll(
        TEXTS.script(language).sentences().stream()
            .map(Sentence::print)
            .collect(Collectors.toSet()));
  }

  @Test
  void aLanguageWithoutAVoiceIsSpokenOnlyWhenAllOfItIsRecorded() {
    for (var sentence : TEXTS.script("prs").sentences()) {
      assertThat(speech.speaks("prs")).isFalse();
      assertThat(keys().languages()).doesNotContain("prs");
      assertThat(coverage("prs").isHeard()).isFalse();
      recorded.add(sentence.print());
    }
    assertThat(speech.speaks("prs")).isTrue();
    assertThat(keys().languages()).contains("prs");
    assertThat(coverage("prs").words())
        .isEqualTo("prs: no voice, and all " + ALL + " sentences recorded.");
    var said = speech.say("callNext", Map.of(), "prs", "en");
    assertThat(said.language()).isEqualTo("prs");
    assertThat(said.recording()).hasValue(RECORDING);
  }

  private LanguageKeys keys() {
    return LanguageKeys.of(List.of("en", "prs"), "", "+15005550006", Map.of(), speech);
  }

  private Coverage coverage(String language) {
    return Coverage.of(
        language, speech.hasVoice(language), speech.script(language), this::recording);
  }

  @Test
  void whatIsMissingIsNamedWithWhatToDo() {
    recorded.add(TEXTS.script("prs").sentences().getFirst().print());
    assertThat(coverage("prs").words())
        .startsWith(
            "prs: no voice, and 1 of " + ALL + " sentences recorded, so callers do not find it")
        .contains("the page Recordings", "prs/call")
        .endsWith("and " + (ALL - 4) + " more.");
    assertThat(coverage("en").words()).isEqualTo("en: a voice.");
  }

  @Test
  void everyNumberThatCanBeHeardIsRecorded() {
    recordAll("prs");
    var alone = new Speech(TEXTS, _ -> false, this::recording);
    for (int key = 1; key <= LanguageKeys.MOST; key++) {
      assertThat(
              language(
                  alone.say("callLanguage", Map.of("key", Integer.toString(key)), "prs", "en")))
          .isEqualTo("prs");
    }
    for (long before = 1; before <= Standing.RECORDED; before++) {
      assertThat(language(alone.say("callBefore", Map.of("count", before), "prs", "en")))
          .isEqualTo("prs");
    }
    assertThat(language(alone.say("callMany", Map.of("count", Standing.RECORDED), "prs", "en")))
        .isEqualTo("prs");
    assertThat(language(alone.say("callOthers", Map.of("key", LanguageKeys.OTHERS), "prs", "en")))
        .isEqualTo("prs");
    // what is not recorded is said in another language rather than not at all
    assertThat(language(speech.say("callBefore", Map.of("count", 9L), "prs", "en")))
        .isEqualTo("en");
  }

  private static String language(Turn.Spoken spoken) {
    return spoken.language();
  }

  @Test
  void aRecordingWinsOverTheVoiceAndWithoutItTheVoiceSpeaks() {
    assertThat(speech.say("callNext", Map.of(), "en", "en").recording()).isEmpty();
    recordAll("en");
    assertThat(speech.say("callNext", Map.of(), "en", "en").recording()).hasValue(RECORDING);
    assertThat(Speech.seconds(speech.say("callNext", Map.of(), "en", "en"))).isEqualTo(1.5);
  }
}
