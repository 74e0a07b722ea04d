package org.enlacehub.contact.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** UTF-16 text as a stream of UTF-8, so that one scanner reads all encodings. Halves of characters become U+FFFD. */
final class Utf16AsUtf8 extends InputStream {
  private final Reader reader;
  private final char[] chars = new char[8192];
  private byte[] bytes = new byte[0];
  private int pos;
  private int pending;

  Utf16AsUtf8(InputStream in, Charset charset) {
    this.reader = new InputStreamReader(in, charset);
  }

  @Override public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (pos == bytes.length && !fill()) {
      return -1;
    }
    int n = Math.min(length, bytes.length - pos);
    System.arraycopy(bytes, pos, target, offset, n);
    pos += n;
    return n;
  }

  @Override public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  private boolean fill() throws IOException {
    int n = reader.read(chars, pending, chars.length - pending);
    if (n <= 0 && pending == 0) {
      return false;
    }
    int length = pending + Math.max(n, 0);
    // a character of two halves may be cut by the block: its first half waits for the next
    pending = n > 0 && Character.isHighSurrogate(chars[length - 1]) ? 1 : 0;
    bytes = new String(chars, 0, length - pending).getBytes(StandardCharsets.UTF_8);
    pos = 0;
    chars[0] = chars[length - 1];
    return bytes.length > 0 || fill();
  }

  @Override public void close() throws IOException {
    reader.close();
  }
}
