package org.enlacehub.campaign.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.enlacehub.campaign.Campaign;
import org.enlacehub.campaign.CampaignDefinition;
import org.enlacehub.campaign.CampaignEvent;
import org.enlacehub.campaign.CampaignRun;
import org.enlacehub.contact.Channel;
import org.enlacehub.delivery.DeliveryTotals;

/**
 * A campaign in the API.
 *
 * @param name the id in its file, by which it can be addressed too
 * @param totals people and messages of all starts
 * @param source the definition as it was written
 */
@Serdeable
record CampaignView(String id, String name, String state, Map<String, String> title, String purpose, String audience,
    @Nullable String template, @Nullable String templateVersion, List<String> channels, int approvals, DeliveryTotals totals,
    List<DeliveryTotals.Cell> breakdown, List<RunView> runs, List<EventView> events, @Nullable Instant nextStartAt,
    @Nullable String stopReason, Instant createdAt, @Nullable Instant finishedAt, String source) {

  @Serdeable
  record RunView(int run, Instant plannedAt, long people, Instant startedAt, @Nullable Instant expandedAt) {}

  @Serdeable
  record EventView(Instant at, @Nullable String staffId, String act, @Nullable String detail) {}

  static CampaignView of(Campaign c, CampaignDefinition d, DeliveryTotals.Breakdown totals, List<CampaignRun> runs, List<CampaignEvent> events) {
    return new CampaignView(Long.toString(c.id()), c.slug(), c.state().name(), d.title(), d.purpose().code(), d.audience(), d.template(),
        c.templateVersion(), d.channels().stream().map(Channel::code).toList(), d.approvals(), totals.all(), totals.cells(),
        runs.stream().map(r -> new RunView(r.run(), r.plannedAt(), r.people(), r.startedAt(), r.expandedAt())).toList(),
        events.stream().map(e -> new EventView(e.at(), e.staffId() == null ? null : e.staffId().toString(), e.act(), e.detail())).toList(),
        c.nextStart(), c.stopReason(), c.createdAt(), c.finishedAt(), c.source());
  }
}
