package org.enlacehub.campaign;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.enlacehub.delivery.ExpandCampaign.Share;

/**
 * A second text that some of the people get instead of the first, to learn which one does better. Who gets which follows from the person
 * and the campaign alone, so that a person gets the same one each time.
 *
 * @param wording the second text
 * @param share how many of a hundred people get it
 */
public record Against(Wording wording, int share) {
  private static final int ALL = 100;

  /** Whether this person gets the second text: the rule by which {@link Share} divides an audience in the database. */
  public boolean gets(long contactId, long campaignId) {
    var hash = new CRC32();
    hash.update((contactId + ":" + campaignId).getBytes(StandardCharsets.US_ASCII));
    return hash.getValue() % ALL >= ALL - share;
  }

  Share first() {
    return new Share(0, ALL - share);
  }

  Share second() {
    return new Share(ALL - share, ALL);
  }
}
