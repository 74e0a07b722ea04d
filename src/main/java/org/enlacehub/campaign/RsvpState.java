package org.enlacehub.campaign;

/** Where somebody stands who answered an invitation. */
public enum RsvpState {
  /** Has a place. */
  COMING,
  /** Gets the next place that becomes free. */
  WAITING,
  /** Does not come. */
  DECLINED
}
