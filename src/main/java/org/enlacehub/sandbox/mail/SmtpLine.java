package org.enlacehub.sandbox.mail;

import io.micronaut.core.annotation.Nullable;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One SMTP connection as lines and texts. */
final class SmtpLine implements AutoCloseable {
  private static final int LONGEST_COMMAND = 4096;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  SmtpLine(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream(), 16_384);
    this.out = new BufferedOutputStream(socket.getOutputStream(), 1024);
  }

  /** The next command without its end; null at the end of the connection or when it is too long to be one. */
  @Nullable String read() throws IOException {
    // What was said so far leaves only when the other side has nothing more for us: that is pipelining.
    if (in.available() == 0) {
      out.flush();
    }
    var line = new ByteArrayOutputStream(80);
    for (int octet = in.read(); octet >= 0; octet = in.read()) {
      if (octet == '\n') {
        var text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
      }
      line.write(octet);
      if (line.size() > LONGEST_COMMAND) {
        return null;
      }
    }
    return null;
  }

  void say(String answer) throws IOException {
    out.write(answer.getBytes(StandardCharsets.UTF_8));
    out.write('\r');
    out.write('\n');
  }

  /** Says it at once, for the text follows. */
  void sayNow(String answer) throws IOException {
    say(answer);
    out.flush();
  }

  /**
   * The text up to the line with a single dot, dots unstuffed.
   *
   * @return null when the connection ended before; a text longer than {@code most} is read to its end and cut there
   */
  byte @Nullable [] text(int most) throws IOException {
    var text = new ByteArrayOutputStream(2048);
    boolean lineStart = true;
    for (int octet = in.read(); octet >= 0; octet = in.read()) {
      if (lineStart && octet == '.') {
        octet = in.read();
        if (octet == '\r') {
          octet = in.read();
          if (octet == '\n') {
            return text.toByteArray();
          }
          text.write('\r');
        }
      }
      if (text.size() <= most) {
        text.write(octet);
      }
      lineStart = octet == '\n';
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    out.flush();
    socket.close();
  }

  /** Ends the connection without another word. */
  void drop() throws IOException {
    socket.close();
  }
}
