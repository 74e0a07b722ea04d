package org.enlacehub.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Picks what a lane sends next: the higher priority first, single messages before campaigns of the same priority, and campaigns of one
 * priority in equal shares, whoever came first. Campaigns that are on hold are passed over.
 */
final class LaneFeed {
  private static final Duration FRESH = Duration.ofMillis(500);
  private final String lane;
  private final MessageRepository messages;
  private final LaneRepository lanes;
  private final Clock clock;
  private Map<Priority, List<Long>> flows = Map.of();
  private Set<Long> held = Set.of();
  private Instant readAt = Instant.MIN;
  private int turn;

  LaneFeed(String lane, MessageRepository messages, LaneRepository lanes, Clock clock) {
    this.lane = lane;
    this.messages = messages;
    this.lanes = lanes;
    this.clock = clock;
  }

  /** At most {@code limit} messages that are due; fewer only when fewer are. */
  List<MessageRow> next(int limit) {
    var now = clock.instant();
    refresh(now);
    var batch = new ArrayList<MessageRow>();
    for (var priority : Priority.values()) {
      if (batch.size() < limit) {
        batch.addAll(messages.due(lane, priority, 0, now, limit - batch.size()));
      }
      if (batch.size() < limit) {
        shares(priority, now, limit - batch.size(), batch);
      }
    }
    return batch;
  }

  private void shares(Priority priority, Instant now, int limit, List<MessageRow> batch) {
    var open = new ArrayList<>(flows.getOrDefault(priority, List.of()).stream().filter(flow -> !held.contains(flow)).toList());
    if (open.isEmpty()) {
      return;
    }
    Collections.rotate(open, turn++ % open.size());
    int left = limit;
    for (int i = 0; i < open.size() && left > 0; i++) {
      int share = Math.ceilDiv(left, open.size() - i);
      var part = messages.due(lane, priority, open.get(i), now, share);
      batch.addAll(part);
      left -= part.size();
    }
  }

  /** A hold takes effect with the next batch, whatever else is remembered. */
  private void refresh(Instant now) {
    held = lanes.held();
    if (readAt.plus(FRESH).isAfter(now)) {
      return;
    }
    var all = new HashMap<Priority, List<Long>>();
    for (var priority : Priority.values()) {
      all.put(priority, messages.flows(lane, priority));
    }
    flows = all;
    readAt = now;
  }
}
