package org.enlacehub.sandbox.mail;

import java.time.Instant;
import java.util.List;

/**
 * One mail as it came over SMTP.
 *
 * @param number 1, 2, 3 … in the order of arrival
 * @param envelopeFrom the MAIL FROM address; empty for a report
 * @param recipients the RCPT TO addresses
 * @param raw the message, lines ended by CRLF, dots unstuffed
 */
public record CaughtMail(long number, String envelopeFrom, List<String> recipients, Instant at, byte[] raw) {

  /** True when one of the recipients is this address, case ignored. */
  public boolean isTo(String address) {
    return recipients.stream().anyMatch(address::equalsIgnoreCase);
  }
}
