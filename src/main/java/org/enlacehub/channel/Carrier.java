package org.enlacehub.channel;

import org.enlacehub.contact.Channel;

/** Who carries messages. Implementations are safe for use by many threads and never throw for what a carrier does. */
public interface Carrier {

  /** True for the kinds of message that it carries. */
  boolean carries(Channel channel);

  /** Hands over one message, and waits for the answer; never tries twice. */
  SendOutcome send(Sender sender, Outgoing message);
}
