package org.enlacehub.inquiry;

import java.util.List;

/** How an attempt to answer ended. */
public sealed interface ReplyOutcome {

  /** It is on its way; {@code entry} shows it in the thread. */
  record Queued(Entry entry) implements ReplyOutcome {}

  /** Somebody else answered after what the officer had seen; nothing was sent. */
  record Stale(List<Entry> newer) implements ReplyOutcome {}

  /** The inquiry is ended; it must be taken up again first. */
  record Closed() implements ReplyOutcome {}

  /** There is no such inquiry at the actor's desk. */
  record NotHere() implements ReplyOutcome {}
}
