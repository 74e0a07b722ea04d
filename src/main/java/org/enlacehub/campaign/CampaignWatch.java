package org.enlacehub.campaign;

/** Told of what happens to a campaign, in the transaction in which it happens: what it writes stands or falls with it. */
public interface CampaignWatch {

  /**
   * Something happened.
   *
   * @param campaign as it is now
   * @param act as in its history: {@code submit}, {@code approve}, {@code start}, {@code pause}, {@code stop}, {@code complete}…
   */
  void happened(Campaign campaign, String act);
}
