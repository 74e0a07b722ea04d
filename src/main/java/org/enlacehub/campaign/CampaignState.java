package org.enlacehub.campaign;

/** How far a campaign is. */
public enum CampaignState {
  /** Being written. */
  DRAFT,
  /** Waits for another person's approval. */
  IN_REVIEW,
  /** May be scheduled. */
  APPROVED,
  /** Starts by itself at its time. */
  SCHEDULED,
  /** Messages are being made or sent; recurring ones stay here between starts. */
  RUNNING,
  /** Messages wait until it is resumed. */
  PAUSED,
  /** Everything has left or has an end of its own. */
  COMPLETED,
  /** Called off; what had not left never leaves. */
  CANCELLED,
  /** Its time passed before anything could leave. */
  EXPIRED;

  /** Nothing will happen to it any more. */
  public boolean ended() {
    return this == COMPLETED || this == CANCELLED || this == EXPIRED;
  }

  /** It has messages, or had. */
  public boolean started() {
    return this == RUNNING || this == PAUSED || this == COMPLETED || this == CANCELLED || this == EXPIRED;
  }
}
