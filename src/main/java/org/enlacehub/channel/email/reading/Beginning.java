package org.enlacehub.channel.email.reading;

import java.io.ByteArrayOutputStream;

/** Keeps the first bytes that are written to it, and knows how many came. */
class Beginning extends ByteArrayOutputStream {
  private final int most;
  private long seen;

  Beginning(int most) {
    this.most = most;
  }

  @Override
  public synchronized void write(int octet) {
    seen++;
    if (size() < most) {
      super.write(octet);
    }
  }

  @Override
  public synchronized void write(byte[] from, int start, int length) {
    seen += length;
    super.write(from, start, Math.min(length, most - size()));
  }

  /** All bytes that came, kept or not. */
  long seen() {
    return seen;
  }
}
