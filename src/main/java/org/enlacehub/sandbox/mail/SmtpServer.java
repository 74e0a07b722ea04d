package org.enlacehub.sandbox.mail;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.enlacehub.sandbox.SandboxCarriers;
import org.enlacehub.sandbox.SandboxSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for mail on 127.0.0.1. A virtual thread a connection. */
@Context
public final class SmtpServer {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpServer.class);
  private static final int PATIENCE_MS = 300_000;

  private final SandboxSettings settings;
  private final MailFaults faults;
  private final Post post;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private ServerSocket socket;

  SmtpServer(SandboxSettings settings, MailFaults faults, Post post) {
    this.settings = settings;
    this.faults = faults;
    this.post = post;
  }

  @PostConstruct
  void start() {
    try {
      socket = new ServerSocket(settings.smtpPort(), 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("the sandbox's SMTP port " + settings.smtpPort() + " is taken", e);
    }
    threads.execute(this::listen);
  }

  /** The port that it listens on. */
  public int port() {
    return socket.getLocalPort();
  }

  /** What {@code ENLACE_SMTP_URL} must be. */
  public String url() {
    return "smtp://" + SandboxCarriers.MAIL_USER + ":" + SandboxCarriers.MAIL_PASSWORD + "@localhost:" + port();
  }

  @PreDestroy
  void stop() throws IOException {
    socket.close();
    for (var each : open) {
      each.close();
    }
    threads.shutdownNow();
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        var accepted = socket.accept();
        threads.execute(() -> serve(accepted));
      } catch (IOException e) {
        // closed by stop(), or a client that went away at once
      }
    }
  }

  private void serve(Socket accepted) {
    open.add(accepted);
    try (accepted) {
      if (faults.now().down()) {
        return;
      }
      accepted.setTcpNoDelay(true);
      accepted.setSoTimeout(PATIENCE_MS);
      try (var line = new SmtpLine(accepted)) {
        new SmtpSession(line, faults, post).run();
      }
    } catch (IOException e) {
      LOG.debug("SMTP connection ended: {}", e.getMessage());
    } finally {
      open.remove(accepted);
    }
  }
}
