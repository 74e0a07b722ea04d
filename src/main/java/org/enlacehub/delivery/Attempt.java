package org.enlacehub.delivery;

import java.time.Instant;
import org.enlacehub.channel.SendOutcome;

/**
 * One message that was handed to a carrier, or was about to be.
 *
 * @param outcome null when the lane stopped before the call was made
 */
record Attempt(Decision.Send send, SendOutcome outcome, Instant started) {

  MessageRow row() {
    return send.row();
  }

  /** Its number, from 1; the row was read before it was claimed. */
  int number() {
    return send.row().attempts() + 1;
  }
}
