package org.enlacehub.inquiry;

import java.util.List;

/** How using a macro ended; it is done whole or not at all. */
public sealed interface MacroOutcome {

  record Done(Inquiry inquiry) implements MacroOutcome {}

  /** Something is newer than what the officer saw; nothing was done. */
  record Stale(List<Entry> newer) implements MacroOutcome {}

  /** The inquiry is ended; it must be taken up again first. */
  record Closed() implements MacroOutcome {}

  /** There is no such inquiry for the actor, or no such macro. */
  record NotHere() implements MacroOutcome {}
}
