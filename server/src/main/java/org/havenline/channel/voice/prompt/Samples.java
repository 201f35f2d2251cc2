package org.havenline.channel.voice.prompt;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/// A voice as numbers, made fit for a telephone.
///
/// @param values −1 to 1, 8,000 a second
record Samples(float[] values) {
  static final int RATE = 8_000;

  private static final AudioFormat PCM = new AudioFormat(RATE, 16, 1, true, false);
  private static final AudioFormat PHONE =
      new AudioFormat(Encoding.ULAW, RATE, 8, 1, 1, RATE, false);

  private static final float FULL = 32_768;

  /// Below this nobody hears a voice on a telephone.
  private static final float SILENT = 0.01f;

  private static final float LOUD = 0.8f;
  private static final float MOST_GAIN = 4;
  private static final Duration SHORTEST = Duration.ofMillis(250);

  /// How many zero crossings of the filter are taken on each side.
  private static final int REACH = 12;

  /// A telephone ends below 3.6 kHz.
  private static final double CUT = 3_600;

  /// @param longest no more than this and a little is read
  static Samples read(AudioInputStream in, Duration longest) throws IOException {
    var from = in.getFormat();
    int channels = from.getChannels();
    float rate = from.getSampleRate();
    var plain = new AudioFormat(rate, 16, channels, true, false);
    int frames = (int) (rate * (longest.toSeconds() + 1));
    byte[] bytes;
    try (var pcm = AudioSystem.getAudioInputStream(plain, in)) {
      bytes = pcm.readNBytes(frames * channels * 2);
    }
    var shorts = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    var mono = new float[shorts.remaining() / channels];
    for (int i = 0; i < mono.length; i++) {
      for (int channel = 0; channel < channels; channel++) {
        mono[i] += shorts.get() / FULL / channels;
      }
    }
    return new Samples(rate == RATE ? mono : slower(mono, rate));
  }

  /// Without what lies above a telephone's band, which would be heard as a hiss below it.
  private static float[] slower(float[] fast, float rate) {
    var slow = new float[(int) (fast.length * (double) RATE / rate)];
    double cut = 2 * CUT / rate;
    double width = REACH / cut;
    for (int i = 0; i < slow.length; i++) {
      double centre = i * (double) rate / RATE;
      int first = Math.max(0, (int) Math.ceil(centre - width));
      int last = Math.min(fast.length - 1, (int) Math.floor(centre + width));
      double sum = 0;
      for (int j = first; j <= last; j++) {
        double x = j - centre;
        double window = 0.5 + 0.5 * Math.cos(Math.PI * x / width);
        sum += fast[j] * window * cut * sinc(cut * x);
      }
      slow[i] = (float) sum;
    }
    return slow;
  }

  private static double sinc(double x) {
    return Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  Duration length() {
    return Duration.ofMillis(values.length * 1_000L / RATE);
  }

  boolean isTooShort() {
    return length().compareTo(SHORTEST) < 0;
  }

  boolean isSilent() {
    return peak() < SILENT;
  }

  private float peak() {
    float peak = 0;
    for (float value : values) {
      peak = Math.max(peak, Math.abs(value));
    }
    return peak;
  }

  /// As a file, as loud as all others.
  byte[] wav() throws IOException {
    float gain = Math.min(MOST_GAIN, LOUD / peak());
    var bytes = ByteBuffer.allocate(values.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putShort((short) Math.round(value * gain * (FULL - 1)));
    }
    var pcm = new AudioInputStream(new ByteArrayInputStream(bytes.array()), PCM, values.length);
    var out = new ByteArrayOutputStream();
    try (var phone = AudioSystem.getAudioInputStream(PHONE, pcm)) {
      AudioSystem.write(phone, AudioFileFormat.Type.WAVE, out);
    }
    return out.toByteArray();
  }
}
