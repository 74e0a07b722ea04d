package org.enlacehub.channel.email.dkim;

import java.security.MessageDigest;

/** A body in relaxed form (RFC 6376, 3.4.4): runs of blanks are one space, none at line ends, no empty lines at the end, CRLF. */
final class RelaxedBody {
  private final MessageDigest digest;
  private final byte[] out = new byte[8 * 1024];
  private int filled;
  private int emptyLines;
  private boolean blank;
  private boolean lineHasWords;

  private RelaxedBody(MessageDigest digest) {
    this.digest = digest;
  }

  static void hash(byte[] mail, int from, MessageDigest digest) {
    var body = new RelaxedBody(digest);
    for (int i = from; i < mail.length; i++) {
      switch (mail[i]) {
        case '\r' -> {
          if (i + 1 >= mail.length || mail[i + 1] != '\n') {
            body.endLine();
          }
        }
        case '\n' -> body.endLine();
        case ' ', '\t' -> body.blank = true;
        default -> body.word(mail[i]);
      }
    }
    if (body.lineHasWords) {
      body.endLine();
    }
    digest.update(body.out, 0, body.filled);
  }

  private void word(byte octet) {
    for (; emptyLines > 0; emptyLines--) {
      put((byte) '\r');
      put((byte) '\n');
    }
    if (blank) {
      put((byte) ' ');
      blank = false;
    }
    put(octet);
    lineHasWords = true;
  }

  private void endLine() {
    blank = false;
    emptyLines++;
    if (lineHasWords) {
      emptyLines = 0;
      put((byte) '\r');
      put((byte) '\n');
    }
    lineHasWords = false;
  }

  private void put(byte octet) {
    if (filled == out.length) {
      digest.update(out);
      filled = 0;
    }
    out[filled++] = octet;
  }
}
