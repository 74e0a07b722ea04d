package org.enlacehub.channel.twilio;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.enlacehub.channel.SendOutcome;
import org.enlacehub.channel.SendOutcome.Fault;

/** What Twilio's error codes mean for us, from {@code channel/twilio-errors.csv} (source: twilio.com/docs/api/errors). */
public final class TwilioErrors {

  /** What a code asks for. */
  public enum Kind {
    /** Not taken; later it may be. */
    LATER,
    /** The number cannot receive, now or ever. */
    ADDRESS,
    /** The number cannot receive WhatsApp. */
    NO_WHATSAPP,
    /** The number was not reached this time. */
    UNREACHABLE,
    MESSAGE,
    POLICY,
    OPTED_OUT,
    /** Our account, number or settings. */
    OURS
  }

  private static final Map<Integer, Kind> TABLE = read();

  private TwilioErrors() {}

  /** The kind of a code; empty for codes that the table lacks. */
  public static Optional<Kind> kind(int code) {
    return Optional.ofNullable(TABLE.get(code));
  }

  /** As {@link #kind(int)} for a code as text; empty when it is none. */
  public static Optional<Kind> kind(String code) {
    try {
      return kind(Integer.parseInt(code.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * What a refusal means.
   *
   * @param status HTTP status of the answer
   * @param code Twilio's code; 0 when the answer carried none
   */
  static SendOutcome outcome(int status, int code, Duration retryAfter) {
    var name = code == 0 ? "http-" + status : Integer.toString(code);
    var kind = TABLE.get(code);
    if (kind != null) {
      return switch (kind) {
        case LATER, UNREACHABLE -> new SendOutcome.TryLater(name, retryAfter);
        case ADDRESS, NO_WHATSAPP -> new SendOutcome.Refused(name, Fault.ADDRESS);
        case MESSAGE -> new SendOutcome.Refused(name, Fault.MESSAGE);
        case POLICY -> new SendOutcome.Refused(name, Fault.POLICY);
        case OPTED_OUT -> new SendOutcome.OptedOut(name);
        case OURS -> new SendOutcome.OurFault(name);
      };
    }
    return switch (status) {
      case 401, 403, 404, 405 -> new SendOutcome.OurFault(name);
      case 429, 503 -> new SendOutcome.TryLater(name, retryAfter);
      // Any other error of a server may have come after the message was taken; a proxy's says nothing at all.
      default -> status >= 500 || status < 400 ? new SendOutcome.Uncertain(name) : new SendOutcome.Refused(name, Fault.MESSAGE);
    };
  }

  private static Map<Integer, Kind> read() {
    var table = new HashMap<Integer, Kind>();
    try (var in = TwilioErrors.class.getResourceAsStream("/channel/twilio-errors.csv");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().skip(1).filter(line -> !line.isBlank()).map(line -> line.split(",", 3))
          .forEach(cells -> table.put(Integer.valueOf(cells[0]), Kind.valueOf(cells[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(table);
  }
}
