package org.enlacehub.inquiry;

import java.util.List;

/** How merging or splitting ended. */
public sealed interface Rearranged {

  /** It is done; {@code inquiry} is the one to look at. */
  record Done(Inquiry inquiry) implements Rearranged {}

  /** Something is newer than what the officer saw; nothing was changed. */
  record Stale(List<Entry> newer) implements Rearranged {}

  /** It cannot be; {@code why} is {@code person} (two people), {@code closed}, {@code same}, {@code range} (nothing chosen), {@code all}. */
  record Refused(String why) implements Rearranged {}

  /** There is no such inquiry for the actor. */
  record NotHere() implements Rearranged {}
}
