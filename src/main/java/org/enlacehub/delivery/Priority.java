package org.enlacehub.delivery;

/** Who goes first in a lane; the ordinal is what the table holds. */
public enum Priority {
  EMERGENCY,
  /** An answer to a person: never more than two seconds behind a campaign. */
  REPLY,
  SERVICE,
  INFORMATION
}
