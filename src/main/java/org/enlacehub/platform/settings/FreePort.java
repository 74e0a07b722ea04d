package org.enlacehub.platform.settings;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Picks a port for a server that starts a moment later. It lies below the range from which systems give ports to outgoing connections
 * (Linux from 32768, others from 49152), so that none of those can take it in between.
 */
public final class FreePort {
  private static final int FROM = 20_000;
  private static final int TO = 32_000;
  private static final int ATTEMPTS = 200;

  private FreePort() {}

  /** @throws IllegalStateException when none was found free */
  public static int pick() {
    for (int i = 0; i < ATTEMPTS; i++) {
      int port = ThreadLocalRandom.current().nextInt(FROM, TO);
      try (var socket = new ServerSocket(port)) {
        return socket.getLocalPort();
      } catch (IOException e) {
        // Somebody has it; the next one.
      }
    }
    throw new IllegalStateException("no port from " + FROM + " to " + TO + " is free");
  }
}
