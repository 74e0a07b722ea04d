package org.enlacehub.channel.email.reading;

import io.micronaut.core.annotation.Nullable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Passes one attachment on, decoded as it flows. */
final class AttachmentPicker implements MimeScan.Listener {
  private final int wanted;
  private final OutputStream out;
  private int next;

  AttachmentPicker(int wanted, OutputStream out) {
    this.wanted = wanted;
    this.out = out;
  }

  @Override
  public @Nullable OutputStream begin(MimeScan.Part part) {
    return PartKind.of(part) == PartKind.ATTACHMENT && next++ == wanted ? Transfer.decoding(new StaysOpen(out), part.encoding()) : null;
  }

  boolean found() {
    return next > wanted;
  }

  /** The caller's stream, which the end of a part does not close. */
  private static final class StaysOpen extends FilterOutputStream {
    StaysOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] from, int start, int length) throws IOException {
      out.write(from, start, length);
    }

    @Override
    public void close() throws IOException {
      out.flush();
    }
  }
}
