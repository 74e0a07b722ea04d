package org.enlacehub.account;

/** What was done by whom, kept for good: rows are only ever added. */
public interface AuditLog {

  /**
   * Adds one entry, in the caller's transaction when there is one.
   *
   * @param action a code of the room that acts, such as {@code campaign.approve}; at most 64 characters
   * @param subjectType what it was done to, such as {@code campaign}; at most 32 characters
   * @param subjectId its id, 0 when it has none
   * @param detail what else an auditor must know, without personal data; cut at 1,000 characters
   */
  void record(Actor actor, String action, String subjectType, long subjectId, String detail);
}
