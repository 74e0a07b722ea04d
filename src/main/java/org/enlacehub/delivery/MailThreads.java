package org.enlacehub.delivery;

import java.util.List;
import java.util.Optional;

/** What a person wrote by mail last, so that our answer stands below it in their mail program; offered as a bean by whoever receives mail. */
public interface MailThreads {

  /**
   * A mail of theirs.
   *
   * @param messageId with angle brackets
   * @param references of the conversation before it, the oldest first
   */
  record Mail(String messageId, List<String> references, String subject) {
    @Override
    public String toString() {
      return "mail";
    }
  }

  /** Empty when they never wrote from this address. */
  Optional<Mail> newest(long contactId, String address);
}
