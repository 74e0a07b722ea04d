package org.enlacehub.inquiry.bymail;

/** What came of a mail in which somebody answers a notice. */
public enum MailAnswer {
  /** It is on its way to the person. */
  SENT,
  /** So it is, but what was attached is not. */
  SENT_WITHOUT_FILES,
  /** "1": the inquiry is the officer's now. */
  TAKEN,
  /** It did not come from the officer's address, or the receiving server does not believe so. */
  NOT_THE_OFFICER,
  /** The officer works here no more. */
  NO_OFFICER,
  /** The notice is too old. */
  EXPIRED,
  /** The inquiry is not at the officer's desk any more. */
  NOT_AT_DESK,
  /** Somebody else answered, or the person wrote, after the notice; the text is kept as a draft. */
  STALE,
  /** The matter has ended; the text is kept as a draft. */
  CLOSED,
  /** There are no words of the officer's own in it. */
  EMPTY,
  /** Longer than an answer may be. */
  TOO_LONG;

  /** Nothing more need be said to the officer. */
  boolean quiet() {
    return this == SENT || this == TAKEN || this == NO_OFFICER;
  }
}
