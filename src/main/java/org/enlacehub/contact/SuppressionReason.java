package org.enlacehub.contact;

/** Why nothing may go to an address. */
public enum SuppressionReason {
  /** The person said stop. */
  STOP,
  /** Reported as spam. */
  COMPLAINT,
  /** The address does not exist. */
  BOUNCE,
  /** The person had everything erased. */
  ERASED,
  STAFF
}
