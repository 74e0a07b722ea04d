package org.enlacehub.delivery;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds counts up to totals. */
final class CampaignTotals {
  private final Map<MessageState, Long> byState = new EnumMap<>(MessageState.class);
  private long people;
  private long segments;
  private BigDecimal cost = BigDecimal.ZERO;

  private CampaignTotals() {}

  static DeliveryTotals.Breakdown of(Map<CountKey, CountChanges.Change> counts) {
    var all = new CampaignTotals();
    var cells = new LinkedHashMap<List<String>, CampaignTotals>();
    counts.forEach((key, change) -> {
      all.add(key, change);
      cells.computeIfAbsent(List.of(key.channel().code(), key.language(), key.desk()), _ -> new CampaignTotals()).add(key,
          change);
    });
    var views = new ArrayList<DeliveryTotals.Cell>();
    cells.forEach((cell, totals) -> views.add(new DeliveryTotals.Cell(cell.get(0), cell.get(1), cell.get(2), totals.view())));
    return new DeliveryTotals.Breakdown(all.view(), views);
  }

  private void add(CountKey key, CountChanges.Change change) {
    if (key.state().equals(CountKey.PEOPLE)) {
      people += change.messages();
    } else {
      byState.merge(MessageState.valueOf(key.state()), (long) change.messages(), Long::sum);
    }
    segments += change.segments();
    cost = cost.add(change.cost());
  }

  private DeliveryTotals view() {
    return new DeliveryTotals(people, n(MessageState.QUEUED), n(MessageState.HELD), n(MessageState.SENT),
        n(MessageState.DELIVERED),
        n(MessageState.READ), n(MessageState.FAILED) + n(MessageState.UNDELIVERED), n(MessageState.SUPPRESSED),
        n(MessageState.EXPIRED),
        n(MessageState.CANCELLED), segments, cost);
  }

  private long n(MessageState state) {
    return byState.getOrDefault(state, 0L);
  }
}
