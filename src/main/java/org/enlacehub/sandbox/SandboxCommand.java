package org.enlacehub.sandbox;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.enlacehub.platform.database.StartRefused;
import org.enlacehub.sandbox.mail.HubMailbox;
import org.enlacehub.sandbox.mail.SmtpServer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the stand-in carriers as a process of their own, with their own memory and without a database. */
@Command(name = "sandbox", mixinStandardHelpOptions = true,
    description = "Starts stand-ins for Twilio and a mail server, and prints what to set for the product to use them.")
public final class SandboxCommand implements Callable<Integer> {
  @Option(names = "--port", defaultValue = "8090", description = "Port of the stand-in for Twilio and of the phone page; 0: a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(names = "--smtp-port", defaultValue = "2525", description = "Port of the mail server; 0: a free one (default: ${DEFAULT-VALUE}).")
  private int smtpPort;

  @Option(names = "--imap-port", defaultValue = "2143", description = "Port of the hub's mailbox; 0: a free one (default: ${DEFAULT-VALUE}).")
  private int imapPort;

  @Option(names = "--product", defaultValue = "http://localhost:8080", description = "Address of the product, for inbound messages (default: ${DEFAULT-VALUE}).")
  private String product;

  @Option(names = "--folder", description = "Folder in which the book is kept over restarts (default: memory only).")
  private Path folder;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    for (int each : new int[] {port, smtpPort, imapPort}) {
      refuseTaken(each);
    }
    var stopped = new CountDownLatch(1);
    var context = start(properties());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      context.close();
      stopped.countDown();
    }, "stop"));
    print(context, spec.commandLine().getOut());
    stopped.await();
    return 0;
  }

  /** Starts the sandbox alone. */
  static ApplicationContext start(Map<String, Object> properties) {
    var context = ApplicationContext.run(properties);
    context.getBean(EmbeddedServer.class).start();
    return context;
  }

  private Map<String, Object> properties() {
    var properties = new HashMap<String, Object>();
    properties.put("enlace.role", "sandbox");
    properties.put("enlace.sandbox", true);
    properties.put("micronaut.server.port", port == 0 ? -1 : port);
    properties.put("micronaut.server.host", "127.0.0.1");
    properties.put("micronaut.server.max-request-size", "8MB");
    properties.put("sandbox.smtp-port", smtpPort);
    properties.put("sandbox.imap-port", imapPort);
    properties.put("sandbox.product-url", product);
    if (folder != null) {
      properties.put("sandbox.folder", folder.toString());
    }
    return properties;
  }

  private static void print(ApplicationContext context, PrintWriter out) {
    var address = context.getBean(ProductAddress.class);
    var here = address.twilioUrl().replace(SandboxCarriers.TWILIO_PATH, "");
    out.println("The sandbox answers at " + here);
    out.println("The phone page: " + here + "/sandbox/phone");
    out.println("Set these for the product, then start it (./enlace serve):");
    out.println();
    out.println("export TWILIO_API_URL=" + address.twilioUrl());
    out.println("export TWILIO_ACCOUNT_SID=" + SandboxCarriers.ACCOUNT_SID);
    out.println("export TWILIO_AUTH_TOKEN=" + SandboxCarriers.AUTH_TOKEN);
    out.println("export ENLACE_SMS_FROM=" + SandboxCarriers.SMS_FROM);
    out.println("export ENLACE_WHATSAPP_FROM=" + SandboxCarriers.WHATSAPP_FROM);
    out.println("export ENLACE_MAIL_FROM=" + context.getBean(HubMailbox.class).address());
    out.println("export ENLACE_SMTP_URL=" + context.getBean(SmtpServer.class).url());
    out.println("export ENLACE_IMAP_URL=" + context.getBean(HubMailbox.class).url());
    out.println();
    out.println("Inbound messages are posted to " + address.url() + " (--product). Steering: docs/sandbox.md.");
    out.flush();
  }

  private static void refuseTaken(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      socket.setReuseAddress(true);
    } catch (IOException e) {
      throw new StartRefused("Port " + port + " is taken.", "Stop what uses it, or choose another with --port, --smtp-port or --imap-port.");
    }
  }
}
