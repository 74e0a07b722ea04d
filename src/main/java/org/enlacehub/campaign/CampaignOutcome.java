package org.enlacehub.campaign;

import java.util.List;
import org.enlacehub.platform.config.Finding;

/** How an act on a campaign ended. */
public sealed interface CampaignOutcome {
  record Done(Campaign campaign) implements CampaignOutcome {}

  /** The definition has errors; nothing was stored. */
  record Invalid(List<Finding> findings) implements CampaignOutcome {}

  /** It fits no more, or something about it looks like an accident; the list tells what. It stays as it was. */
  record Refused(List<Finding> findings) implements CampaignOutcome {}

  /** The id belongs to another campaign. */
  record Taken(String slug) implements CampaignOutcome {}

  /** It is in a state in which this cannot be done, perhaps because somebody else just did something. */
  record NotNow(CampaignState state) implements CampaignOutcome {}

  /** The author cannot approve their own campaign. */
  record OwnWork() implements CampaignOutcome {}

  record Missing() implements CampaignOutcome {}
}
