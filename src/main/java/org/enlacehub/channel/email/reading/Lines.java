package org.enlacehub.channel.email.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The lines of a stream, one at a time, in one buffer. A line longer than the buffer comes in pieces, the first of which begins it. */
final class Lines {
  private static final int BUFFER = 64 * 1024;
  private static final byte[] CRLF = {'\r', '\n'};
  private static final byte[] LF = {'\n'};
  private static final byte[] NONE = {};
  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int filled;
  private int start;
  private int end;
  private byte[] lineBreak = NONE;
  private boolean begins = true;
  private boolean over;

  Lines(InputStream in) {
    this.in = in;
  }

  /** Stands on the first line when asked first. */
  boolean hasLine() throws IOException {
    if (end == 0 && filled == 0 && !over) {
      next();
    }
    return !over;
  }

  byte[] buffer() {
    return buffer;
  }

  int start() {
    return start;
  }

  /** Bytes of the line without its break. */
  int textLength() {
    return end - start - lineBreak.length;
  }

  byte[] lineBreak() {
    return lineBreak;
  }

  /** The line is {@code --boundary} or {@code --boundary--}, perhaps with blanks after it. */
  boolean is(String boundary) {
    return startsWith(boundary) && rest(boundary).matches("(--)?[ \\t]*");
  }

  boolean isEnd(String boundary) {
    return startsWith(boundary) && rest(boundary).matches("--[ \\t]*");
  }

  private String rest(String boundary) {
    int from = start + boundary.length() + 2;
    return new String(buffer, from, start + textLength() - from, StandardCharsets.ISO_8859_1);
  }

  private boolean startsWith(String boundary) {
    if (over || !begins || textLength() < boundary.length() + 2 || buffer[start] != '-' || buffer[start + 1] != '-') {
      return false;
    }
    for (int i = 0; i < boundary.length(); i++) {
      if (buffer[start + 2 + i] != (byte) boundary.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  void next() throws IOException {
    begins = end == 0 && filled == 0 || lineBreak.length > 0;
    start = end;
    int at = start;
    while (true) {
      for (; at < filled; at++) {
        if (buffer[at] == '\n') {
          end = at + 1;
          lineBreak = at > start && buffer[at - 1] == '\r' ? CRLF : LF;
          return;
        }
      }
      if (start > 0) {
        System.arraycopy(buffer, start, buffer, 0, filled - start);
        at -= start;
        filled -= start;
        start = 0;
      }
      int n = filled == BUFFER ? 0 : in.read(buffer, filled, BUFFER - filled);
      if (n <= 0) {
        // The end of the stream, or of the buffer: a piece without a break. A lone \r stays for the next piece.
        end = n == 0 && buffer[filled - 1] == '\r' ? filled - 1 : filled;
        lineBreak = NONE;
        over = filled == 0;
        return;
      }
      filled += n;
    }
  }
}
