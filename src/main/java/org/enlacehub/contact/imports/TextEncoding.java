package org.enlacehub.contact.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Which encoding a text file is in. A byte order mark decides; then the pattern of zero bytes (UTF-16); then a reading of the whole
 * file that counts well-formed UTF-8 sequences against stray bytes. One bad row does not change the verdict on a million good ones.
 */
record TextEncoding(Charset charset, int bom) {
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  /** Bytes that Spanish, French, Portuguese or German text in Windows-1252 has: vowels with accents, ñ, quotes, dashes. */
  private static final String PLAUSIBLE = "áéíóúñüÁÉÍÓÚÑÜ¿¡ºª°àèìòùâêîôûäëöïçÇãõßÀÈÖÄ«»\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u00a0\u00b4\u00b7";
  private static final boolean[] PLAUSIBLE_BYTE = new boolean[256];

  static {
    for (byte b : PLAUSIBLE.getBytes(WINDOWS_1252)) {
      PLAUSIBLE_BYTE[b & 0xff] = true;
    }
  }

  static TextEncoding detect(byte[] head, FileSource source) throws IOException, UnreadableFile {
    if (head.length >= 3 && (head[0] & 0xff) == 0xef && (head[1] & 0xff) == 0xbb && (head[2] & 0xff) == 0xbf) {
      return new TextEncoding(StandardCharsets.UTF_8, 3);
    }
    if (head.length >= 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 2);
    }
    if (head.length >= 2 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff) {
      return new TextEncoding(StandardCharsets.UTF_16BE, 2);
    }
    int zerosEven = 0;
    int zerosOdd = 0;
    int controls = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] == 0) {
        if (i % 2 == 0) {
          zerosEven++;
        } else {
          zerosOdd++;
        }
      } else if (head[i] > 0 && head[i] < 0x20 && head[i] != '\t' && head[i] != '\n' && head[i] != '\r' && head[i] != 0x0b && head[i] != 0x0c) {
        controls++;
      }
    }
    int half = Math.max(1, head.length / 2);
    if (zerosOdd > half * 0.4 && zerosEven < half * 0.05) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 0);
    }
    if (zerosEven > half * 0.4 && zerosOdd < half * 0.05) {
      return new TextEncoding(StandardCharsets.UTF_16BE, 0);
    }
    if (controls > head.length * 0.02 + 2 || zerosEven + zerosOdd > head.length * 0.1 + 8) {
      throw new UnreadableFile("binary");
    }
    return new TextEncoding(Census.of(source).verdict(), 0);
  }

  /** What the bytes above 127 of a whole file look like. */
  private static final class Census {
    private long sequences;
    private long stray;
    private long plausible;
    private final UniversalDetector detector = new UniversalDetector();

    static Census of(FileSource source) throws IOException {
      var census = new Census();
      var buffer = new byte[1 << 16];
      int kept = 0;
      try (InputStream in = source.from(0)) {
        for (int n; (n = in.readNBytes(buffer, kept, buffer.length - kept)) > 0; ) {
          kept = census.count(buffer, kept + n, kept + n == buffer.length);
        }
      }
      return census;
    }

    /** Counts a block; answers how many bytes of an unfinished sequence at its end were moved to its start. */
    private int count(byte[] block, int length, boolean more) {
      int i = 0;
      boolean foreign = false;
      while (i < length) {
        int b = block[i];
        if (b >= 0) {
          i++;
          continue;
        }
        foreign = true;
        int size = sequenceLength(block, i, length);
        if (size < 0 && more) {
          break;
        }
        if (size > 1) {
          sequences++;
          i += size;
        } else {
          stray++;
          plausible += PLAUSIBLE_BYTE[b & 0xff] ? 1 : 0;
          i++;
        }
      }
      if (foreign && !detector.isDone()) {
        detector.handleData(block, 0, length);
      }
      System.arraycopy(block, i, block, 0, length - i);
      return length - i;
    }

    /** Length of the UTF-8 sequence here; 1 when there is none; -1 when the block ends within it. */
    private static int sequenceLength(byte[] block, int at, int length) {
      int lead = block[at] & 0xff;
      int size = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 1;
      for (int k = 1; k < size; k++) {
        if (at + k >= length) {
          return -1;
        }
        if ((block[at + k] & 0xc0) != 0x80) {
          return 1;
        }
      }
      return size;
    }

    private Charset verdict() {
      if (sequences > 0 && sequences * 20 >= stray || stray == 0) {
        return StandardCharsets.UTF_8;
      }
      if (plausible * 10 >= stray * 9) {
        return WINDOWS_1252;
      }
      if (stray < 4) {
        return StandardCharsets.UTF_8;
      }
      detector.dataEnd();
      var guess = detector.getDetectedCharset();
      return guess != null && Charset.isSupported(guess) && Charset.forName(guess).newEncoder().maxBytesPerChar() == 1.0f
          ? Charset.forName(guess) : WINDOWS_1252;
    }
  }
}
