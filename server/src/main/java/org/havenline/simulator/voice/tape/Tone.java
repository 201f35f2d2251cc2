package org.havenline.simulator.voice.tape;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;

/// A hum, in place of a voice that was recorded: WAV, 8 kHz, 16 bits.
final class Tone {
  private static final int RATE = 8_000;
  private static final int HEAD = 44;
  private static final int HERTZ = 200;

  private Tone() {}

  static byte[] wav(Duration length) {
    int samples = Math.toIntExact(length.toMillis() * RATE / 1_000);
    int data = samples * 2;
    var file = ByteBuffer.allocate(HEAD + data).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(US_ASCII)).putInt(HEAD - 8 + data).put("WAVEfmt ".getBytes(US_ASCII));
    file.putInt(16).putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2);
    file.putShort((short) 2).putShort((short) 16).put("data".getBytes(US_ASCII)).putInt(data);
    for (int i = 0; i < samples; i++) {
      file.putShort((short) (8_000 * Math.sin(2 * Math.PI * HERTZ * i / RATE)));
    }
    return file.array();
  }
}
