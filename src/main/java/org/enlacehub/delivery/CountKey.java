package org.enlacehub.delivery;

import org.enlacehub.contact.Channel;

/**
 * One cell of a campaign's counts.
 *
 * @param state a message state, or {@link #PEOPLE}
 */
record CountKey(long campaignId, Channel channel, String language, String desk, String state) {
  /** Counts people, not messages: a fallback adds none. */
  static final String PEOPLE = "PEOPLE";

  /** Being sent lasts a moment, so it counts as waiting. */
  static String cell(MessageState state) {
    return state == MessageState.SENDING ? MessageState.QUEUED.name() : state.name();
  }
}
