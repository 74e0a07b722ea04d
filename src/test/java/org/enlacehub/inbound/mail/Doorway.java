package org.enlacehub.inbound.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Passes connections on to another port of this machine, and breaks them when told to. */
final class Doorway implements AutoCloseable {
  private final ServerSocket socket;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Doorway(int target) {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(() -> {
      while (!socket.isClosed()) {
        try {
          var in = socket.accept();
          var out = new Socket(InetAddress.getLoopbackAddress(), target);
          open.add(in);
          open.add(out);
          threads.execute(() -> pass(in, out));
          threads.execute(() -> pass(out, in));
        } catch (IOException e) {
          // The target is away, or this door is closed.
        }
      }
    });
  }

  int port() {
    return socket.getLocalPort();
  }

  void drop() {
    open.forEach(Doorway::shut);
    open.clear();
  }

  private static void pass(Socket from, Socket to) {
    try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException e) {
      // It was broken.
    }
    shut(from);
    shut(to);
  }

  private static void shut(Socket line) {
    try {
      line.close();
    } catch (IOException e) {
      // It is closed.
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    drop();
    threads.shutdownNow();
  }
}
