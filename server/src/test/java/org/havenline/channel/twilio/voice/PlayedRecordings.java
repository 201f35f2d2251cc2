package org.havenline.channel.twilio.voice;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.havenline.channel.voice.prompt.FileRecordings;
import org.havenline.channel.voice.prompt.Recordings;
import org.havenline.http.FormBody;
import org.havenline.http.Request;
import org.havenline.simulator.voice.web.WebReply;
import org.havenline.simulator.voice.web.WebRequest;
import org.havenline.testing.Line;
import org.havenline.translations.spoken.SoundFiles;

/// Recordings of a line in tests, made by a tone.
public final class PlayedRecordings {
  private PlayedRecordings() {}

  static Recordings of(Line line) {
    return new Recordings(
        line.redis, Line.KEYS, new FileRecordings(SoundFiles.SHIPPED), line.clock);
  }

  /// As Twilio fetches what a document plays.
  static WebReply fetched(Line line, WebRequest asked, String base) {
    var target = asked.url().substring(base.length());
    var recordings = of(line);
    var answer =
        new PromptSound(Map.of(Line.KEYS.line(), recordings), recordings)
            .answer(
                new Request(
                    "GET",
                    target,
                    target.replaceFirst("\\?.*", ""),
                    Map.of(),
                    Map.of(),
                    FormBody.ofQuery(target).text(),
                    new byte[0]));
    var type = answer.headers().getOrDefault("content-type", "");
    return new WebReply(answer.status(), type, WebReply.body(type, answer.body()));
  }

  /// A WAV file of a tone of 440 Hz, as a recorder of the desk may give it.
  public static byte[] tone(int rate, int channels, int bits, double seconds) {
    int frames = (int) (rate * seconds);
    int width = bits / 8;
    var bytes = new byte[frames * channels * width];
    for (int i = 0; i < frames; i++) {
      long value = Math.round(Math.sin(2 * Math.PI * 440 * i / rate) * 0.5 * (1L << (bits - 1)));
      for (int channel = 0; channel < channels; channel++) {
        for (int b = 0; b < width; b++) {
          long sample = bits == 8 ? value + 128 : value;
          bytes[(i * channels + channel) * width + b] = (byte) (sample >> (8 * b));
        }
      }
    }
    return wav(new AudioFormat(rate, bits, channels, bits > 8, false), bytes);
  }

  public static byte[] wav(AudioFormat format, byte[] samples) {
    var out = new ByteArrayOutputStream();
    try (var in =
        new AudioInputStream(
            new ByteArrayInputStream(samples), format, samples.length / format.getFrameSize())) {
      AudioSystem.write(in, AudioFileFormat.Type.WAVE, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
