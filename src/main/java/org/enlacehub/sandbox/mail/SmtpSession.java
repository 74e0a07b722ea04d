package org.enlacehub.sandbox.mail;

import io.micronaut.core.annotation.Nullable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.enlacehub.sandbox.SandboxCarriers;

/** One conversation of SMTP (RFC 5321) with enhanced status codes, pipelining and AUTH; from greeting to goodbye. */
final class SmtpSession {
  private static final int LARGEST = 50_000_000;
  private static final int MOST_RECIPIENTS = 1000;

  private final SmtpLine line;
  private final MailFaults faults;
  private final Post post;
  private @Nullable String from;
  private final List<String> recipients = new ArrayList<>();

  SmtpSession(SmtpLine line, MailFaults faults, Post post) {
    this.line = line;
    this.faults = faults;
    this.post = post;
  }

  void run() throws IOException {
    line.say("220 sandbox.enlace ESMTP");
    for (var command = line.read(); command != null; command = line.read()) {
      var verb = command.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      boolean goesOn = switch (verb) {
        case "EHLO" -> say("250-sandbox.enlace", "250-PIPELINING", "250-8BITMIME", "250-SMTPUTF8", "250-SIZE " + LARGEST,
            "250-ENHANCEDSTATUSCODES", "250 AUTH PLAIN LOGIN XOAUTH2");
        case "HELO" -> say("250 sandbox.enlace");
        case "AUTH" -> authenticate(command);
        case "MAIL" -> mail(command);
        case "RCPT" -> recipient(command);
        case "DATA" -> data();
        case "RSET" -> reset("250 2.0.0 Ok");
        case "NOOP" -> say("250 2.0.0 Ok");
        case "VRFY" -> say("252 2.5.0 Perhaps");
        case "QUIT" -> {
          line.say("221 2.0.0 Bye");
          yield false;
        }
        default -> say("502 5.5.1 Command not known");
      };
      if (!goesOn) {
        return;
      }
    }
  }

  private boolean mail(String command) throws IOException {
    recipients.clear();
    from = address(command);
    return from == null ? say("501 5.1.7 Bad sender address") : say("250 2.1.0 Ok");
  }

  private boolean recipient(String command) throws IOException {
    var to = address(command);
    if (from == null) {
      return say("503 5.5.1 MAIL first");
    }
    if (to == null || !to.contains("@")) {
      return say("501 5.1.3 Bad recipient address");
    }
    if (recipients.size() >= MOST_RECIPIENTS) {
      return say("452 4.5.3 Too many recipients");
    }
    if (faults.now().defer()) {
      return say("451 4.3.2 System not accepting messages, try later");
    }
    switch (AddressBehaviour.of(to)) {
      case UNKNOWN -> {
        return say("550 5.1.1 <" + to + ">: Recipient address rejected: User unknown");
      }
      case BLOCKED -> {
        return say("550 5.7.1 <" + to + ">: Recipient address rejected: Access denied by policy");
      }
      case FULL -> {
        return say("452 4.2.2 <" + to + ">: Mailbox full");
      }
      case GREYLIST -> {
        if (faults.refusesStill(to)) {
          return say("451 4.7.1 <" + to + ">: Greylisted, try again later");
        }
      }
      case THROTTLED -> {
        if (faults.refusesStill(to)) {
          line.sayNow("421 4.7.0 Too many messages from you, closing");
          return false;
        }
      }
      default -> { }
    }
    recipients.add(to);
    return say("250 2.1.5 Ok");
  }

  private boolean data() throws IOException {
    if (recipients.isEmpty()) {
      return say("503 5.5.1 RCPT first");
    }
    line.sayNow("354 End data with <CR><LF>.<CR><LF>");
    var raw = line.text(LARGEST);
    if (raw == null) {
      return false;
    }
    if (is(AddressBehaviour.DROP_BEFORE)) {
      line.drop();
      return false;
    }
    if (is(AddressBehaviour.SPAM)) {
      return reset("554 5.7.1 Message refused as spam");
    }
    if (raw.length > LARGEST || is(AddressBehaviour.TOO_LARGE)) {
      return reset("552 5.3.4 Message too large");
    }
    pause(faults.now().latencyMs() + (is(AddressBehaviour.SLOW) ? faults.now().slowMs() : 0));
    var mail = post.take(from == null ? "" : from, recipients, raw);
    if (is(AddressBehaviour.DROP_AFTER) || faults.dropsThisOne()) {
      line.drop();
      return false;
    }
    return reset("250 2.0.0 Ok: queued as " + mail.number());
  }

  private boolean authenticate(String command) throws IOException {
    var words = command.split(" ");
    var kind = words.length > 1 ? words[1].toUpperCase(Locale.ROOT) : "";
    var given = words.length > 2 ? words[2] : null;
    boolean right = switch (kind) {
      case "PLAIN" -> decode(given == null ? ask("334 ") : given)
          .equals("\0" + SandboxCarriers.MAIL_USER + "\0" + SandboxCarriers.MAIL_PASSWORD);
      case "LOGIN" -> {
        var user = decode(given == null ? ask("334 VXNlcm5hbWU6") : given);
        var password = decode(ask("334 UGFzc3dvcmQ6"));
        yield user.equals(SandboxCarriers.MAIL_USER) && password.equals(SandboxCarriers.MAIL_PASSWORD);
      }
      case "XOAUTH2" -> decode(given == null ? ask("334 ") : given).contains("auth=Bearer " + SandboxCarriers.MAIL_PASSWORD);
      default -> false;
    };
    return right && !faults.now().authFails() ? say("235 2.7.0 Authentication successful")
        : say("535 5.7.8 Authentication credentials invalid");
  }

  private String ask(String prompt) throws IOException {
    line.sayNow(prompt);
    var answer = line.read();
    return answer == null ? "" : answer;
  }

  private boolean is(AddressBehaviour behaviour) {
    return recipients.stream().anyMatch(to -> AddressBehaviour.of(to) == behaviour);
  }

  private boolean reset(String answer) throws IOException {
    from = null;
    recipients.clear();
    return say(answer);
  }

  private boolean say(String... answers) throws IOException {
    for (var answer : answers) {
      line.say(answer);
    }
    return true;
  }

  private static @Nullable String address(String command) {
    int open = command.indexOf('<');
    int close = command.indexOf('>', open + 1);
    return open < 0 || close < 0 ? null : command.substring(open + 1, close);
  }

  private static String decode(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
