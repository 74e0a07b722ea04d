package org.enlacehub.template;

import org.enlacehub.template.sms.SmartEncoding;

/** How far a template goes to keep its SMS in the cheap alphabet. */
public enum GsmPolicy {
  /** The written text must be in GSM-7, and filled-in values lose their accents where GSM-7 lacks them. */
  STRICT,
  /** Quotes, dashes and spaces are replaced when it is sent; accents stay. */
  SMART,
  /** Sent as it is. */
  OFF;

  /** The text as it is sent. */
  String apply(String text) {
    return this == OFF ? text : SmartEncoding.apply(text, this == STRICT).text();
  }
}
