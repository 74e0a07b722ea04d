package org.enlacehub.contact.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into rows and cells (RFC 4180, read leniently). It works on bytes because it must say where each row ends,
 * so that an import can go on there after a crash, and because one badly encoded or badly quoted row must not take the rest with it:
 * a quote that is never closed, or closes where no cell can end, costs the line on which it opens, and reading goes on below.
 * Memory: one row, at most {@link Limits#rowBytes}, and a block. Needs an encoding in which separators and line ends are single bytes.
 */
final class CsvScanner implements Closeable {
  private static final int BLOCK = 1 << 16;

  private final InputStream in;
  private final byte separator;
  private final Limits limits;
  private byte[] buffer = new byte[2 * BLOCK];
  private int start;
  private int pos;
  private int end;
  private boolean finished;
  private long base;
  // the cells of the current row: offsets relative to start
  private int[] from = new int[64];
  private int[] to = new int[64];
  private boolean[] doubled = new boolean[64];
  private int count;
  private String damage;
  private int firstLineEnd;

  /** @param offset where in the text the stream begins */
  CsvScanner(InputStream in, char separator, long offset, Limits limits) {
    this.in = in;
    this.separator = (byte) separator;
    this.limits = limits;
    this.base = offset;
  }

  /** Reads one row; false at the end of the text. */
  boolean next() throws IOException {
    start = pos;
    count = 0;
    damage = null;
    firstLineEnd = -1;
    if (!has()) {
      return false;
    }
    boolean more = true;
    while (more && damage == null) {
      more = cell();
    }
    if (damage != null) {
      abandon();
    }
    return true;
  }

  /** Cells of the row, those beyond the limit included. */
  int width() {
    return count;
  }

  /** How many of its cells were kept. */
  int kept() {
    return Math.min(count, from.length);
  }

  byte[] bytes() {
    return buffer;
  }

  int from(int cell) {
    return start + from[cell];
  }

  int length(int cell) {
    return to[cell] - from[cell];
  }

  /** Whether the cell holds quotes written twice. */
  boolean isDoubled(int cell) {
    return doubled[cell];
  }

  /** The code of what is wrong with the row as a whole, or null. */
  String damage() {
    return damage;
  }

  /** Bytes of text up to the end of this row. */
  long offset() {
    return base + pos;
  }

  private boolean cell() throws IOException {
    int mark = pos - start;
    while (has() && buffer[pos] == ' ') {
      pos++;
    }
    if (has() && buffer[pos] == '"') {
      return quoted();
    }
    pos = start + mark;
    while (has()) {
      byte b = buffer[pos];
      if (b == separator || b == '\n' || b == '\r') {
        break;
      }
      pos++;
      if (pos - start > limits.rowBytes()) {
        damage = "row_too_long";
        return false;
      }
    }
    keep(mark, pos - start, false);
    return afterCell();
  }

  private boolean quoted() throws IOException {
    pos++;
    int mark = pos - start;
    boolean twice = false;
    while (true) {
      if (!has()) {
        damage = "unclosed_quote";
        return false;
      }
      byte b = buffer[pos++];
      if (b == '"') {
        if (has() && buffer[pos] == '"') {
          twice = true;
          pos++;
        } else if (cellEndsHere()) {
          keep(mark, pos - 1 - start, twice);
          while (has() && buffer[pos] == ' ') {
            pos++;
          }
          return afterCell();
        } else if (firstLineEnd >= 0) {
          damage = "unclosed_quote";
          return false;
        }
      } else if ((b == '\n' || b == '\r') && firstLineEnd < 0) {
        if (b == '\r' && has() && buffer[pos] == '\n') {
          pos++;
        }
        firstLineEnd = pos - start;
      }
      if (pos - start - mark > 4L * limits.cellChars() && firstLineEnd >= 0) {
        damage = "unclosed_quote";
        return false;
      }
      if (pos - start > limits.rowBytes()) {
        damage = "row_too_long";
        return false;
      }
    }
  }

  /** Whether what follows a quote can end the cell: blanks, then a separator, a line end or the end of the text. */
  private boolean cellEndsHere() throws IOException {
    int blanks = 0;
    while (has(blanks) && buffer[pos + blanks] == ' ') {
      blanks++;
    }
    if (!has(blanks)) {
      return true;
    }
    byte b = buffer[pos + blanks];
    return b == separator || b == '\n' || b == '\r';
  }

  /** Steps over what ended a cell; true when another cell of the row follows. */
  private boolean afterCell() throws IOException {
    if (!has()) {
      return false;
    }
    byte b = buffer[pos++];
    if (b == separator) {
      return true;
    }
    if (b == '\r' && has() && buffer[pos] == '\n') {
      pos++;
    }
    return false;
  }

  /** Gives up the row: goes on below its first line, which is kept as its only cell. */
  private void abandon() throws IOException {
    if (firstLineEnd >= 0) {
      pos = start + firstLineEnd;
    } else {
      while (has() && buffer[pos] != '\n' && buffer[pos] != '\r') {
        pos++;
        if (pos - start > limits.rowBytes() + BLOCK) {
          // forget the middle of an endless line
          base += pos - start - limits.rowBytes();
          System.arraycopy(buffer, pos, buffer, start + limits.rowBytes(), end - pos);
          end -= pos - start - limits.rowBytes();
          pos = start + limits.rowBytes();
        }
      }
      afterCell();
    }
    count = 0;
    keep(0, Math.min(pos - start, 200), false);
  }

  private void keep(int a, int b, boolean twice) {
    if (count == from.length && count <= limits.columns()) {
      from = Arrays.copyOf(from, 4 * count);
      to = Arrays.copyOf(to, 4 * count);
      doubled = Arrays.copyOf(doubled, 4 * count);
    }
    if (count < from.length) {
      from[count] = a;
      to[count] = b;
      doubled[count] = twice;
    }
    count++;
  }

  private boolean has() throws IOException {
    return pos < end || has(0);
  }

  /** Whether there is a byte that many places on; reads when needed. */
  private boolean has(int ahead) throws IOException {
    while (pos + ahead >= end) {
      if (finished) {
        return false;
      }
      if (start > 0 && end == buffer.length) {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        base += start;
        pos -= start;
        end -= start;
        start = 0;
      }
      if (end == buffer.length) {
        buffer = Arrays.copyOf(buffer, 2 * buffer.length);
      }
      int n = in.read(buffer, end, buffer.length - end);
      if (n < 0) {
        finished = true;
      } else {
        end += n;
      }
    }
    return true;
  }

  @Override public void close() throws IOException {
    in.close();
  }
}
