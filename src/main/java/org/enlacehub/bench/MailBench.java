package org.enlacehub.bench;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.enlacehub.account.Actor;
import org.enlacehub.channel.Carriers;
import org.enlacehub.channel.Outgoing;
import org.enlacehub.channel.Senders;
import org.enlacehub.channel.SendOutcome;
import org.enlacehub.channel.email.bounce.BounceReader;
import org.enlacehub.channel.email.reading.MailReader;
import org.enlacehub.contact.Channel;
import org.enlacehub.delivery.MailDomains;

/**
 * Mail to a loopback server: our adapter (headers, one-click unsubscription, outcomes, a check of every line) beside the plain library's
 * loop with the same connections in the same run, then the same with DKIM; and how fast mails are read.
 */
public final class MailBench {
  private static final int CONNECTIONS = 4;
  private static final int WARM_UP = 3_000;
  private static final String FROM = "consulado@enlace.example";
  private static final String TEXT = "Estimada María: su pasaporte vence pronto. Pida su cita en el consulado.\n".repeat(8);
  private static final String HTML = "<p>Estimada <b>María</b>: su pasaporte vence pronto.</p>".repeat(20);
  private final PrintStream out;

  private MailBench(PrintStream out) {
    this.out = out;
  }

  /** @param n mails of each run */
  public static void run(int n, Path data, PrintStream out) throws IOException, InterruptedException {
    try (var sink = new LoopbackSmtp(); var product = BenchProduct.start(data, Map.of("enlace.smtp-url", "smtp://127.0.0.1:" + sink.port(),
        "enlace.mail-from", FROM))) {
      new MailBench(out).run(n, sink, product);
    }
  }

  private void run(int n, LoopbackSmtp sink, BenchProduct product) throws InterruptedException {
    var domains = product.bean(MailDomains.class);
    domains.keyOf("enlace.example");
    domains.use("enlace.example", false, Actor.system("bench"));
    raw(WARM_UP, sink);
    ours(WARM_UP, product);
    double before = raw(n, sink);
    double ours = ours(n, product);
    double after = raw(n, sink);
    double beside = (before + after) / 2;
    domains.use("enlace.example", true, Actor.system("bench"));
    ours(WARM_UP, product);
    double signed = ours(n, product);
    domains.use("enlace.example", false, Actor.system("bench"));
    out.printf("%,9d mails over %d connections: ours %,.0f/s, plain Angus %,.0f/s (%,.0f before, %,.0f after): %.0f %%%n", n, CONNECTIONS, ours,
        beside, before, after, 100 * ours / beside);
    out.printf("          with DKIM %,.0f/s: it costs %.0f µs of a processor a mail%n", signed, 1e6 * CONNECTIONS / signed - 1e6 * CONNECTIONS / ours);
    reading("question with a quote", ("From: a@b.example\nSubject: cita\nContent-Type: text/plain; charset=utf-8\n\nQuiero una cita\n\nEl lun, 12 ene 2026 a las 10:00, C <c@d.example> escribió:\n> " + TEXT
        ).getBytes(StandardCharsets.UTF_8), 20_000);
    reading("mail with a picture of 2 MB", ("From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nhola\n--b\nContent-Type: image/jpeg; name=a.jpg\nContent-Transfer-Encoding: base64\n\n"
        + Base64.getMimeEncoder().encodeToString(new byte[2_000_000]) + "\n--b--\n").getBytes(StandardCharsets.UTF_8), 200);
  }

  private void reading(String what, byte[] mail, int n) {
    long start = 0;
    for (int i = -n / 4; i < n; i++) {
      if (i == 0) {
        start = System.nanoTime();
      }
      BounceReader.read(MailReader.read(mail));
    }
    out.printf("          reading, %s: %,.0f/s on one processor%n", what, n / ((System.nanoTime() - start) / 1e9));
  }

  private static double ours(int n, BenchProduct product) throws InterruptedException {
    var sender = product.bean(Senders.class).all().stream().filter(s -> s.channel() == Channel.EMAIL).findFirst().orElseThrow();
    var carrier = product.bean(Carriers.class).of(Channel.EMAIL);
    return each(n, at -> {
      var outcome = carrier.send(sender, new Outgoing(at, "p" + at + "@correo.example", TEXT, "Su pasaporte vence pronto", HTML, null, Map.of(), null,
          null, null, new Outgoing.MailParts("<m" + at + ".x@enlace.example>", null, List.of(), null, null,
              URI.create("https://enlace.example/u/" + at), true, "<c.enlace.example>", "c:x")));
      if (!(outcome instanceof SendOutcome.Accepted)) {
        throw new IllegalStateException("not taken: " + outcome);
      }
    });
  }

  /** What the library does by itself on kept connections: nothing remembered, nothing checked. */
  private static double raw(int n, LoopbackSmtp sink) throws InterruptedException {
    var properties = new Properties();
    var session = Session.getInstance(properties);
    var lines = new ThreadLocal<Transport>();
    return each(n, at -> {
      try {
        if (lines.get() == null) {
          var line = session.getTransport("smtp");
          line.connect("127.0.0.1", sink.port(), null, null);
          lines.set(line);
        }
        var mail = new MimeMessage(session);
        mail.setFrom(new InternetAddress(FROM));
        var to = new InternetAddress("p" + at + "@correo.example");
        mail.setRecipient(Message.RecipientType.TO, to);
        mail.setSubject("Su pasaporte vence pronto", "UTF-8");
        var text = new MimeBodyPart();
        text.setText(TEXT, "UTF-8");
        var html = new MimeBodyPart();
        html.setText(HTML, "UTF-8", "html");
        mail.setContent(new MimeMultipart("alternative", text, html));
        mail.saveChanges();
        lines.get().sendMessage(mail, new InternetAddress[] {to});
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  /** One act for each number, by as many threads as connections. */
  private static double each(int n, IntConsumer act) throws InterruptedException {
    var next = new AtomicInteger();
    long start = System.nanoTime();
    try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      var runs = IntStream.range(0, CONNECTIONS).mapToObj(_ -> threads.submit(() -> {
        for (int at; (at = next.getAndIncrement()) < n; ) {
          act.accept(at);
        }
      })).toList();
      for (var run : runs) {
        try {
          run.get();
        } catch (ExecutionException e) {
          throw new IllegalStateException(e.getCause());
        }
      }
    }
    return n / ((System.nanoTime() - start) / 1e9);
  }
}
