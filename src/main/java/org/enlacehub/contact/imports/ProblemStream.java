package org.enlacehub.contact.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import org.enlacehub.platform.i18n.Texts;

/** A file of problems, written while it is read: it may be longer than the memory. */
final class ProblemStream extends InputStream {
  private static final int ROWS = 500;

  private final Iterator<RowProblem> problems;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final ErrorsCsv csv;
  private byte[] part = {};
  private int pos;
  private boolean ended;

  ProblemStream(Iterator<RowProblem> problems, Texts texts, boolean forExcel) throws IOException {
    this.problems = problems;
    this.csv = new ErrorsCsv(written, texts, forExcel);
  }

  @Override public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (pos == part.length) {
      if (ended) {
        return -1;
      }
      fill();
    }
    int n = Math.min(length, part.length - pos);
    System.arraycopy(part, pos, target, offset, n);
    pos += n;
    return n;
  }

  private void fill() throws IOException {
    for (int i = 0; i < ROWS && problems.hasNext(); i++) {
      csv.add(problems.next());
    }
    ended = !problems.hasNext();
    if (ended) {
      csv.close();
    } else {
      csv.flush();
    }
    part = written.toByteArray();
    pos = 0;
    written.reset();
  }

  @Override public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }
}
