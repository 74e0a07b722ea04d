package org.enlacehub.channel.email.reading;

import io.micronaut.core.annotation.Nullable;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/** Content-transfer encodings (RFC 2045, 6), reading rubbish as far as it goes and never failing. */
final class Transfer {
  private Transfer() {}

  static byte[] decode(byte[] raw, @Nullable String encoding) {
    return switch (name(encoding)) {
      case "base64" -> base64(raw);
      case "quoted-printable" -> quotedPrintable(raw, false);
      default -> raw;
    };
  }

  /** Decodes what is written to it as it flows, so that an attachment is never whole in memory. Close it to write the end. */
  static OutputStream decoding(OutputStream out, @Nullable String encoding) {
    return switch (name(encoding)) {
      case "base64" -> new Base64Stream(out);
      case "quoted-printable" -> new FilterOutputStream(new ByteArrayOutputStream()) {
        @Override
        public void close() throws IOException {
          out.write(quotedPrintable(((ByteArrayOutputStream) this.out).toByteArray(), false));
          out.close();
        }
      };
      default -> out;
    };
  }

  static byte[] base64(byte[] raw) {
    var out = new ByteArrayOutputStream(raw.length * 3 / 4 + 3);
    try (var stream = new Base64Stream(out)) {
      stream.write(raw, 0, raw.length);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be written", e);
    }
    return out.toByteArray();
  }

  static byte[] base64(String text) {
    return base64(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** @param word inside an encoded word: no soft line breaks */
  static byte[] quotedPrintable(byte[] raw, boolean word) {
    var out = new ByteArrayOutputStream(raw.length);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] != '=') {
        out.write(raw[i]);
      } else if (i + 2 < raw.length && hex(raw[i + 1]) >= 0 && hex(raw[i + 2]) >= 0) {
        out.write(hex(raw[i + 1]) << 4 | hex(raw[i + 2]));
        i += 2;
      } else if (!word && i + 1 < raw.length && raw[i + 1] == '\n') {
        i++;
      } else if (!word && i + 2 < raw.length && raw[i + 1] == '\r' && raw[i + 2] == '\n') {
        i += 2;
      } else {
        out.write(raw[i]);
      }
    }
    return out.toByteArray();
  }

  private static String name(@Nullable String encoding) {
    return encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
  }

  private static int hex(byte b) {
    return Character.digit((char) b, 16);
  }

  /** Letters outside of the alphabet are passed over; what is left of the last group is decoded without its padding. */
  private static final class Base64Stream extends FilterOutputStream {
    private static final int LETTERS = 16_384;
    private static final boolean[] ALPHABET = new boolean[128];

    static {
      for (char c : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".toCharArray()) {
        ALPHABET[c] = true;
      }
    }

    private final byte[] letters = new byte[LETTERS];
    private int count;

    Base64Stream(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int letter) throws IOException {
      if (letter >= 0 && letter < ALPHABET.length && ALPHABET[letter]) {
        letters[count++] = (byte) letter;
        if (count == LETTERS) {
          flushLetters();
        }
      }
    }

    @Override
    public void write(byte[] from, int start, int length) throws IOException {
      for (int i = start; i < start + length; i++) {
        write(from[i]);
      }
    }

    private void flushLetters() throws IOException {
      int whole = count % 4 == 1 ? count - 1 : count;
      out.write(Base64.getDecoder().decode(Arrays.copyOf(letters, whole)));
      count = 0;
    }

    @Override
    public void close() throws IOException {
      flushLetters();
      out.close();
    }
  }
}
