package org.havenline.channel.voice.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.havenline.channel.twilio.voice.PlayedRecordings;
import org.havenline.testing.Line;
import org.havenline.testing.LineTest;
import org.havenline.translations.Reading;
import org.havenline.translations.Texts;
import org.havenline.translations.spoken.Sentence;
import org.havenline.translations.spoken.SoundFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsIT extends LineTest {
  private static final Texts TEXTS = ((Reading.Sound) Texts.shipped()).texts();
  private static final Sentence NEXT =
      TEXTS.script("prs").sentences().stream()
          .filter(one -> one.name().equals("callNext"))
          .findFirst()
          .orElseThrow();

  private Recordings node(SoundFiles files) {
    return new Recordings(line.redis, Line.KEYS, new FileRecordings(files), line.clock);
  }

  private static PhoneSound.Taken sound(double seconds) {
    return (PhoneSound.Taken) PhoneSound.of(PlayedRecordings.tone(8_000, 1, 16, seconds));
  }

  @Test
  void aRecordingIsHeardHereAtOnceAndOnOtherNodesSoon() {
    var here = node(SoundFiles.SHIPPED);
    var there = node(SoundFiles.SHIPPED);
    assertThat(there.of(NEXT)).isEmpty();
    var kept = here.keep(NEXT, sound(1), "jonas");
    assertThat(here.of(NEXT)).hasValue(kept);
    assertThat(there.of(NEXT)).as("not asked again yet").isEmpty();
    line.clock.move(Recordings.FRESH.plusMillis(1));
    assertThat(there.of(NEXT)).hasValue(kept);
    assertThat(there.sound(kept.id())).hasValue(sound(1).wav());
  }

  @Test
  void anotherOneTakesItsPlaceAndTheOldAddressStillWorksForADay() {
    var here = node(SoundFiles.SHIPPED);
    var old = here.keep(NEXT, sound(1), "jonas");
    var now = here.keep(NEXT, sound(2), "jonas");
    assertThat(here.of(NEXT)).hasValue(now);
    assertThat(now.id()).isNotEqualTo(old.id());
    assertThat(here.sound(old.id())).isPresent();
    assertThat(expiry(old)).isPositive();
    assertThat(expiry(now)).isEqualTo(-1);
    here.keep(NEXT, sound(1), "jonas");
    assertThat(expiry(old)).as("back for good").isEqualTo(-1);
  }

  private long expiry(Recording recording) {
    return line.redis.call("PTTL", Line.KEYS.of("recording:" + recording.id())).number();
  }

  @Test
  void whatIsDroppedIsNotHeardAndTheFileBesideTheTextsIs(@TempDir Path folder) throws Exception {
    var file = folder.resolve("audio").resolve(NEXT.file());
    Files.createDirectories(file.getParent());
    Files.write(file, PlayedRecordings.tone(44_100, 2, 16, 3));
    var here = node(new SoundFiles(Optional.of(folder)));
    assertThat(here.of(NEXT)).map(Recording::by).hasValue(Recording.FILES);
    here.keep(NEXT, sound(1), "jonas");
    assertThat(here.of(NEXT)).map(Recording::by).hasValue("jonas");
    assertThat(here.drop(NEXT)).isTrue();
    assertThat(here.drop(NEXT)).isFalse();
    var left = here.of(NEXT).orElseThrow();
    assertThat(left.by()).isEqualTo(Recording.FILES);
    assertThat(here.sound(left.id()).orElseThrow().length).isBetween(24_000, 24_200);
  }

  @Test
  void aFileThatCannotBePlayedIsNotPlayedAndSaysWhy(@TempDir Path folder) throws Exception {
    var file = folder.resolve("audio").resolve(NEXT.file());
    Files.createDirectories(file.getParent());
    Files.writeString(file, "no sound");
    var here = node(new SoundFiles(Optional.of(folder)));
    assertThat(here.of(NEXT)).isEmpty();
    assertThat(here.fault(NEXT)).hasValueSatisfying(why -> assertThat(why).contains("no WAV"));
  }

  @Test
  void ofAChangedTextTheRecordingIsStaleAndCounted() {
    var here = node(SoundFiles.SHIPPED);
    here.keep(NEXT, sound(1), "jonas");
    var changed = Sentence.of("prs", "callNext", NEXT.text() + "!");
    assertThat(here.of(changed)).isEmpty();
    assertThat(here.stale(Set.of(changed.print()))).isEqualTo(1);
    assertThat(here.stale(Set.of(NEXT.print()))).isZero();
  }
}
