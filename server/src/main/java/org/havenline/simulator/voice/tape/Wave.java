package org.havenline.simulator.voice.tape;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Optional;

/// A WAV file as a telephone can play it without making it worse: 8 kHz, one channel.
final class Wave {
  private static final int HEAD = 12;
  private static final int PCM = 1;
  private static final int MU_LAW = 7;
  private static final int RATE = 8_000;

  private Wave() {}

  /// @param body byte by byte
  /// @return how long it sounds, empty when it is no such file
  static Optional<Duration> length(String body) {
    var bytes = ByteBuffer.wrap(body.getBytes(ISO_8859_1)).order(ByteOrder.LITTLE_ENDIAN);
    if (!body.startsWith("RIFF") || !body.startsWith("WAVE", 8)) {
      return Optional.empty();
    }
    int frame = 0;
    for (int at = HEAD; at + 8 <= body.length(); ) {
      int size = bytes.getInt(at + 4);
      if (size < 0 || at + 8 + size > body.length()) {
        return Optional.empty();
      }
      if (body.startsWith("fmt ", at)) {
        frame = frame(bytes, at + 8, size);
      } else if (body.startsWith("data", at) && frame > 0 && size > 0) {
        return Optional.of(Duration.ofMillis(size * 1_000L / frame / RATE));
      }
      at += 8 + size + size % 2;
    }
    return Optional.empty();
  }

  /// Bytes of one sample, 0 when it is not for telephones.
  private static int frame(ByteBuffer bytes, int at, int size) {
    if (size < 16) {
      return 0;
    }
    int format = bytes.getShort(at);
    boolean fits = bytes.getShort(at + 2) == 1 && bytes.getInt(at + 4) == RATE;
    int bits = bytes.getShort(at + 14);
    return fits && ((format == MU_LAW && bits == 8) || (format == PCM && bits == 16))
        ? bits / 8
        : 0;
  }
}
