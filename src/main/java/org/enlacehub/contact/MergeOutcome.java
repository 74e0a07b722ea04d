package org.enlacehub.contact;

/** How an attempt to merge two contacts, or to undo it, ended. */
public sealed interface MergeOutcome {
  /** @param survivor the contact that holds what both had; after an undoing, what it had before */
  record Done(long mergeId, Contact survivor) implements MergeOutcome {}

  /** One of them does not exist, was erased or merged before, or lies outside the actor's scope. */
  record Missing() implements MergeOutcome {}

  /** Both are one contact already. */
  record Same() implements MergeOutcome {}
}
