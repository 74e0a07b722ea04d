package org.enlacehub.campaign;

import java.util.List;
import java.util.Optional;
import org.enlacehub.campaign.CampaignFiles.CampaignFile;

/** The campaigns of the folder {@code campaigns/}, ready to be used; immutable. */
public record CampaignLibrary(List<CampaignFile> files) {

  public Optional<CampaignFile> find(String id) {
    return files.stream().filter(f -> f.definition().id().equals(id)).findFirst();
  }
}
