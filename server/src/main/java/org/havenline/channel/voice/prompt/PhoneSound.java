package org.havenline.channel.voice.prompt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/// What became of a file that somebody says is a recording. It may be anything: nothing is taken
/// from it but samples, no more than fit, and what is kept was written anew by us.
public sealed interface PhoneSound {
  int MOST_BYTES = 4 * 1024 * 1024;
  Duration LONGEST = Duration.ofSeconds(15);

  /// @param wav 8 kHz, one channel, µ-law: what a telephone carries
  /// @param soft hardly anything can be heard in it
  record Taken(byte[] wav, Duration length, boolean soft) implements PhoneSound {}

  /// @param why and what to do, for the person who brought it
  record Refused(String why) implements PhoneSound {
    /// Nothing is wrong with it but that there is nothing in it.
    public boolean isEmpty() {
      return why.equals(SHORT);
    }
  }

  String SHORT = "It is shorter than a word. Record it again.";

  /// Of what a person leaves as a message; a moment more than she is given.
  Duration LONGEST_MESSAGE = Duration.ofSeconds(190);

  /// Reads a WAV file.
  static PhoneSound of(byte[] file) {
    return of(file, LONGEST, false);
  }

  /// Reads a message. However soft it is, it is taken: she may whisper.
  static PhoneSound ofMessage(byte[] file) {
    return of(file, LONGEST_MESSAGE, true);
  }

  private static PhoneSound of(byte[] file, Duration longest, boolean soft) {
    if (file.length > MOST_BYTES) {
      return new Refused("The file is larger than 4 MB. Save it with 16 bits and one channel.");
    }
    if (!isWave(file)) {
      return new Refused("This is no WAV file. Save the recording as WAV (PCM), then try again.");
    }
    try (var in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
      return taken(in, longest, soft);
    } catch (UnsupportedAudioFileException | IOException | RuntimeException broken) {
      // readers of the JDK answer hostile files with exceptions of many kinds
      return new Refused("The file is broken, or of a rare kind. Save it as WAV (PCM, 16 bits).");
    }
  }

  private static boolean isWave(byte[] file) {
    return file.length >= 44
        && new String(file, 0, 4, US_ASCII).equals("RIFF")
        && new String(file, 8, 4, US_ASCII).equals("WAVE");
  }

  private static PhoneSound taken(AudioInputStream in, Duration longest, boolean soft)
      throws IOException {
    var format = in.getFormat();
    if (!isPlain(format)) {
      return new Refused(
          "This kind of WAV is not taken. Save it as PCM, 16 bits, 8 to 48 kHz, one or two"
              + " channels.");
    }
    var samples = Samples.read(in, longest);
    if (samples.length().compareTo(longest) > 0) {
      return new Refused(
          "It is longer than %d seconds. Read only the one sentence."
              .formatted(longest.toSeconds()));
    }
    if (samples.isTooShort()) {
      return new Refused(SHORT);
    }
    return samples.isSilent() && !soft
        ? new Refused("Nothing can be heard in it. Look at the microphone and record it again.")
        : new Taken(samples.wav(), samples.length(), samples.isSilent());
  }

  private static boolean isPlain(AudioFormat format) {
    int bits = format.getSampleSizeInBits();
    var encodings =
        Set.of(Encoding.PCM_SIGNED, Encoding.PCM_UNSIGNED, Encoding.ULAW, Encoding.ALAW);
    return encodings.contains(format.getEncoding())
        && (bits == 8 || bits == 16 || bits == 24)
        && (format.getChannels() == 1 || format.getChannels() == 2)
        && format.getSampleRate() >= Samples.RATE
        && format.getSampleRate() <= 48_000
        && format.getFrameSize() == format.getChannels() * bits / 8;
  }
}
