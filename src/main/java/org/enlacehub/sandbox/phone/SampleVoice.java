package org.enlacehub.sandbox.phone;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A short sound that stands for a voice note where there is no microphone: two tones, as WAV. */
final class SampleVoice {
  private static final int RATE = 8000;
  private static final int SAMPLES = RATE * 3 / 2;
  private static final int HEAD = 44;

  private SampleVoice() {}

  static byte[] wav() {
    var wav = ByteBuffer.allocate(HEAD + SAMPLES).order(ByteOrder.LITTLE_ENDIAN);
    wav.put(ascii("RIFF")).putInt(HEAD - 8 + SAMPLES).put(ascii("WAVEfmt ")).putInt(16).putShort((short) 1).putShort((short) 1)
        .putInt(RATE).putInt(RATE).putShort((short) 1).putShort((short) 8).put(ascii("data")).putInt(SAMPLES);
    for (int i = 0; i < SAMPLES; i++) {
      double pitch = i < SAMPLES / 2 ? 330 : 440;
      double fade = Math.sin(Math.PI * (i % (SAMPLES / 2.0)) / (SAMPLES / 2.0));
      wav.put((byte) (128 + 90 * fade * Math.sin(2 * Math.PI * pitch * i / RATE)));
    }
    return wav.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
