package org.enlacehub.channel.email;

import java.time.Duration;
import java.util.regex.Pattern;
import org.enlacehub.channel.SendOutcome;
import org.enlacehub.channel.SendOutcome.Fault;
import org.enlacehub.channel.email.SmtpConnection.Phase;

/** What a mail server's refusal means: by reply code (RFC 5321), enhanced status (RFC 3463) and the moment at which it came. */
final class SmtpReplies {
  private static final Pattern ENHANCED = Pattern.compile("\\b([45])\\.(\\d{1,3})\\.(\\d{1,3})\\b");
  /** Servers that greylist want a sender who comes back after minutes. */
  private static final Duration GREYLIST = Duration.ofMinutes(5);

  private SmtpReplies() {}

  /**
   * @param code of the reply; 0 when the line broke before one came
   * @param reply its text, of which only the numbers are kept
   */
  static SendOutcome outcome(Phase phase, int code, String reply) {
    if (code == 0) {
      return phase == Phase.END ? new SendOutcome.Uncertain("no-reply-after-data") : new SendOutcome.TryLater("line-dropped",
          Duration.ZERO);
    }
    var match = ENHANCED.matcher(reply);
    boolean found = match.find();
    var name = found ? match.group() : Integer.toString(code);
    int subject = found ? Integer.parseInt(match.group(2)) : -1;
    int detail = found ? Integer.parseInt(match.group(3)) : -1;
    if (code < 500) {
      boolean ofRecipient = phase == Phase.RECIPIENT;
      return new SendOutcome.TryLater(name, code == 421 ? Duration.ZERO : ofRecipient ? GREYLIST : Duration.ofMinutes(1), ofRecipient);
    }
    if (phase == Phase.CONNECT || phase == Phase.SENDER || code == 530 || code == 535 || code == 538) {
      return new SendOutcome.OurFault(name);
    }
    return new SendOutcome.Refused(name, switch (subject) {
      case 1 -> detail == 7 || detail == 8 ? Fault.POLICY : Fault.ADDRESS;
      case 2 -> detail == 1 || detail == 0 ? Fault.ADDRESS : Fault.POLICY;
      case 3 -> detail == 4 ? Fault.MESSAGE : Fault.POLICY;
      case 4, 7 -> Fault.POLICY;
      case 5, 6 -> Fault.MESSAGE;
      default -> phase == Phase.RECIPIENT ? code == 552 ? Fault.POLICY : Fault.ADDRESS : code == 552 ? Fault.MESSAGE
          : Fault.POLICY;
    });
  }
}
