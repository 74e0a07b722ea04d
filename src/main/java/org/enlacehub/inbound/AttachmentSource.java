package org.enlacehub.inbound;

import org.enlacehub.channel.twilio.TwilioMedia.Fetched;

/** A place beside the telephone carrier where attachments lie until a desk has them; offered as a bean. */
public interface AttachmentSource {

  /** True when this source lies there. */
  boolean has(String source);

  /** @param largest bytes; a longer one is not fetched */
  Fetched fetch(String source, int largest);
}
