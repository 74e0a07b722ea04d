package org.enlacehub.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A mail server that takes everything as fast as it can, keeps nothing, and counts. */
final class LoopbackSmtp implements AutoCloseable {
  private final ServerSocket socket;
  private final AtomicLong taken = new AtomicLong();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  LoopbackSmtp() {
    try {
      socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(() -> {
      while (!socket.isClosed()) {
        try {
          var line = socket.accept();
          threads.execute(() -> serve(line));
        } catch (IOException e) {
          return;
        }
      }
    });
  }

  int port() {
    return socket.getLocalPort();
  }

  long taken() {
    return taken.get();
  }

  private void serve(Socket line) {
    try (line; var in = new BufferedInputStream(line.getInputStream(), 64 * 1024); var out = new BufferedOutputStream(line.getOutputStream())) {
      line.setTcpNoDelay(true);
      say(out, "220 loopback");
      for (var command = line(in); command != null; command = line(in)) {
        switch (command.length() < 4 ? "" : command.substring(0, 4).toUpperCase(Locale.ROOT)) {
          case "EHLO" -> say(out, "250-loopback\r\n250-8BITMIME\r\n250 SIZE 100000000");
          case "DATA" -> {
            say(out, "354 go on");
            text(in);
            taken.incrementAndGet();
            say(out, "250 2.0.0 taken");
          }
          case "QUIT" -> {
            say(out, "221 bye");
            return;
          }
          default -> say(out, "250 2.0.0 ok");
        }
      }
    } catch (IOException e) {
      // The client went away.
    }
  }

  private static void say(BufferedOutputStream out, String answer) throws IOException {
    out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static String line(BufferedInputStream in) throws IOException {
    var text = new StringBuilder(80);
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '\n') {
        return text.toString();
      }
      if (c != '\r') {
        text.append((char) c);
      }
    }
    return null;
  }

  /** Up to the line with a single dot. */
  private static void text(BufferedInputStream in) throws IOException {
    int seen = 1;
    for (int c = in.read(); c >= 0; c = in.read()) {
      // The end is \n . \r \n.
      seen = c == '\n' ? seen == 3 ? 4 : 1 : c == '.' && seen == 1 ? 2 : c == '\r' && seen == 2 ? 3 : 0;
      if (seen == 4) {
        return;
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
