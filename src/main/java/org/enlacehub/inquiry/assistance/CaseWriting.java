package org.enlacehub.inquiry.assistance;

import java.util.Map;

/** How writing into a record ended. */
public sealed interface CaseWriting {

  record Written(CaseItem item) implements CaseWriting {}

  /** Nothing was written; {@code flaws} says why by field: {@code missing}, {@code long}, {@code date}, {@code unknown}, {@code notAtDesk}. */
  record Flawed(Map<String, String> flaws) implements CaseWriting {}

  /** A colleague changed the entry meanwhile; nothing was written. */
  record Stale(CaseItem now) implements CaseWriting {}

  /** There is no such matter or entry for the actor, or the person was erased. */
  record NotHere() implements CaseWriting {}
}
