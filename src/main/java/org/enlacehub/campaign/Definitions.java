package org.enlacehub.campaign;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.enlacehub.platform.config.Findings;

/** What stored campaigns say. Each was checked when it was stored, so it is read without looking at templates or fields again. */
@Singleton
class Definitions {
  private static final int KEPT = 2_000;
  private final CampaignReader reader = new CampaignReader(CampaignChecks.NONE);
  private final Map<Long, Kept> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, Kept> eldest) {
      return size() > KEPT;
    }
  };

  private record Kept(String source, CampaignDefinition definition) {}

  /** @throws StaleDefinition when this release can no longer read it */
  CampaignDefinition of(Campaign campaign) {
    synchronized (kept) {
      var known = kept.get(campaign.id());
      if (known != null && known.source().equals(campaign.source())) {
        return known.definition();
      }
    }
    var findings = new Findings();
    var definition = reader.read(campaign.source(), campaign.slug(), findings)
        .orElseThrow(() -> new StaleDefinition(campaign.slug(), findings.all()));
    synchronized (kept) {
      kept.put(campaign.id(), new Kept(campaign.source(), definition));
    }
    return definition;
  }
}
