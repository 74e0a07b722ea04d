package org.enlacehub;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.enlacehub.sandbox.SandboxCarriers;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs the product as a newcomer should meet it: nothing to install, nothing leaves the machine. */
@Command(name = "demo", mixinStandardHelpOptions = true,
    description = "Starts the product with an embedded database under ./data, sandbox carriers and invented people.")
final class DemoCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    var settings = LaunchSettings.ofProcess();
    int port = Product.port(settings);
    var out = spec.commandLine().getOut();
    out.println("Enlace starts; the first time this takes half a minute…");
    out.flush();
    var product = Product.start(settings, port, properties(settings, port));
    DemoData.load(product.context());
    print(settings.get("ENLACE_PUBLIC_URL").orElse("http://localhost:" + port), out);
    ServeCommand.awaitStop(product);
    return 0;
  }

  /** The sandbox inside the product, unless the environment names carriers of its own (a sandbox in another process). */
  private static Map<String, Object> properties(LaunchSettings settings, int port) {
    int smtp = freePort();
    int imap = freePort();
    var all = new HashMap<String, Object>();
    all.put("enlace.sandbox", true);
    all.put("enlace.demo", true);
    all.put("sandbox.smtp-port", smtp);
    all.put("sandbox.imap-port", imap);
    var user = SandboxCarriers.MAIL_USER + ":" + SandboxCarriers.MAIL_PASSWORD;
    put(all, settings, "TWILIO_API_URL", "twilio.api-url", "http://localhost:" + port + SandboxCarriers.TWILIO_PATH);
    put(all, settings, "TWILIO_ACCOUNT_SID", "twilio.account-sid", SandboxCarriers.ACCOUNT_SID);
    put(all, settings, "TWILIO_AUTH_TOKEN", "twilio.auth-token", SandboxCarriers.AUTH_TOKEN);
    put(all, settings, "ENLACE_SMS_FROM", "enlace.sms-from", SandboxCarriers.SMS_FROM);
    put(all, settings, "ENLACE_WHATSAPP_FROM", "enlace.whatsapp-from", SandboxCarriers.WHATSAPP_FROM);
    put(all, settings, "ENLACE_MAIL_FROM", "enlace.mail-from", SandboxCarriers.MAIL_FROM);
    put(all, settings, "ENLACE_SMTP_URL", "enlace.smtp-url", "smtp://" + user + "@127.0.0.1:" + smtp);
    put(all, settings, "ENLACE_IMAP_URL", "enlace.imap-url", "imap://" + user + "@127.0.0.1:" + imap);
    return all;
  }

  private static void put(Map<String, Object> all, LaunchSettings settings, String variable, String property, String value) {
    if (settings.get(variable).isEmpty()) {
      all.put(property, value);
    }
  }

  private static void print(String address, PrintWriter out) {
    out.println();
    out.println("Enlace answers at " + address);
    out.println("The phone of any migrant: " + address + "/sandbox/phone");
    out.println();
    out.println("Sign in with one of these; the password of all is " + DemoStaff.PASSWORD);
    DemoStaff.PEOPLE.forEach(p -> out.printf("  %-32s %-14s %s%n", p.email(), p.role(), p.desk() == null ? "" : p.desk()));
    out.println();
    out.println("Stop with Ctrl-C; what happened is kept under the data folder.");
    out.flush();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
