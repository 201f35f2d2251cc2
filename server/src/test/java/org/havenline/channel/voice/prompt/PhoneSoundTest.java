package org.havenline.channel.voice.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioSystem;
import org.havenline.channel.twilio.voice.PlayedRecordings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files that people bring: voices become what a telephone carries, all else is refused in words.
class PhoneSoundTest {
  private static final int HEADER_RATE = 24;
  private static final int HEADER_DATA_SIZE = 40;

  @ParameterizedTest
  @CsvSource({
    "8000, 1, 16",
    "8000, 1, 8",
    "16000, 1, 16",
    "22050, 2, 16",
    "44100, 2, 16",
    "44100, 1, 8",
    "48000, 2, 24"
  })
  void whatRecordersGiveIsTaken(int rate, int channels, int bits) throws Exception {
    var taken = taken(PlayedRecordings.tone(rate, channels, bits, 2));
    assertThat(taken.length()).isBetween(Duration.ofMillis(1_990), Duration.ofMillis(2_010));
    var format = AudioSystem.getAudioInputStream(new ByteArrayInputStream(taken.wav())).getFormat();
    assertThat(format.getEncoding()).isEqualTo(Encoding.ULAW);
    assertThat(format.getSampleRate()).isEqualTo(8_000);
    assertThat(format.getChannels()).isEqualTo(1);
    assertThat(turns(taken)).as("still 440 Hz").isBetween(435.0, 445.0);
  }

  /// How often a second the tone goes up through zero.
  private static double turns(PhoneSound.Taken taken) throws Exception {
    var samples =
        Samples.read(
            AudioSystem.getAudioInputStream(new ByteArrayInputStream(taken.wav())),
            PhoneSound.LONGEST);
    int ups = 0;
    for (int i = 1; i < samples.values().length; i++) {
      ups += samples.values()[i - 1] < 0 && samples.values()[i] >= 0 ? 1 : 0;
    }
    return ups / 2.0;
  }

  @Test
  void whatATelephoneRecordedIsTakenAsItIs() {
    var once = taken(PlayedRecordings.tone(8_000, 1, 16, 1));
    assertThat(taken(once.wav()).length()).isEqualTo(once.length());
  }

  @Test
  void aSoundAboveTheBandOfATelephoneDoesNotBecomeAHissWithinIt() throws Exception {
    // 440 Hz told as if 12 times as fast: 5,280 Hz, which 8 kHz would fold to 2,720
    var high = PlayedRecordings.tone(4_000, 1, 16, 4);
    ByteBuffer.wrap(high).order(ByteOrder.LITTLE_ENDIAN).putInt(HEADER_RATE, 48_000);
    var in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(high));
    var values = Samples.read(in, PhoneSound.LONGEST).values();
    // without its ends, which are a click
    for (int i = 200; i < values.length - 200; i++) {
      assertThat(Math.abs(values[i])).isLessThan(0.01f);
    }
  }

  @Test
  void whatIsNoRecordingIsRefusedAndSaysWhatToDo() {
    assertThat(why(new byte[0])).contains("no WAV");
    assertThat(why("<svg onload=alert(1)>".repeat(9).getBytes(UTF_8))).contains("no WAV");
    assertThat(why(new byte[PhoneSound.MOST_BYTES + 1])).contains("4 MB");
    assertThat(why(PlayedRecordings.tone(8_000, 1, 16, 15.5))).contains("15 seconds");
    assertThat(why(PlayedRecordings.tone(8_000, 1, 16, 0.1))).contains("shorter than a word");
    assertThat(why(PlayedRecordings.wav(format(8_000, 1), new byte[32_000])))
        .contains("Nothing can be heard");
    assertThat(why(PlayedRecordings.wav(format(96_000, 1), new byte[96_000]))).contains("kind");
    assertThat(why(PlayedRecordings.wav(format(8_000, 6), new byte[96_000]))).contains("kind");
  }

  private static AudioFormat format(int rate, int channels) {
    return new AudioFormat(rate, 16, channels, true, false);
  }

  @Test
  void aHeaderThatClaimsMoreThanThereIsTakesNoMoreThanThereIs() {
    var file = PlayedRecordings.tone(8_000, 1, 16, 1);
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(HEADER_DATA_SIZE, 0x7FFF_FFF0);
    var sound = PhoneSound.of(file);
    assertThat(sound)
        .isInstanceOfSatisfying(
            PhoneSound.Taken.class, one -> assertThat(one.wav().length).isLessThan(9_000));
  }

  /// Whatever stands in it: it is refused, or becomes a small file of ours. No error comes out.
  @Test
  void brokenFilesAreRefusedOrBecomeASmallFileOfOurs() {
    long seed = 20261129;
    var random = new SplittableRandom(seed);
    var good = PlayedRecordings.tone(16_000, 2, 16, 0.5);
    int refused = 0;
    for (int i = 0; i < 3_000; i++) {
      var bad = good.clone();
      for (int change = 0; change <= random.nextInt(6); change++) {
        // the header decides, so most changes are made there
        bad[random.nextInt(random.nextInt(4) == 0 ? bad.length : 60)] = (byte) random.nextInt();
      }
      if (random.nextInt(4) == 0) {
        bad = Arrays.copyOf(bad, random.nextInt(bad.length));
      }
      switch (PhoneSound.of(bad)) {
        case PhoneSound.Refused _ -> refused++;
        case PhoneSound.Taken(var wav, var length, _) -> {
          assertThat(length).isLessThanOrEqualTo(PhoneSound.LONGEST);
          assertThat(wav.length).isLessThanOrEqualTo(15 * 8_000 + 100);
        }
      }
    }
    System.out.printf("recordings: 3,000 broken files, seed %d, %d refused%n", seed, refused);
    assertThat(refused).isBetween(500, 2_999);
  }

  private static PhoneSound.Taken taken(byte[] file) {
    var sound = PhoneSound.of(file);
    assertThat(sound).isInstanceOf(PhoneSound.Taken.class);
    return (PhoneSound.Taken) sound;
  }

  private static String why(byte[] file) {
    var sound = PhoneSound.of(file);
    assertThat(sound).isInstanceOf(PhoneSound.Refused.class);
    return ((PhoneSound.Refused) sound).why();
  }
}
