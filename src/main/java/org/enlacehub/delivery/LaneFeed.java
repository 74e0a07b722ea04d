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
 * Picks what a lane sends next: the higher priority first, single messages before campaigns of the same priority, and campaigns
 * of one priority in equal shares, whoever came first. Campaigns that are on hold are passed over.
 */
final class LaneFeed {
  private static final Duration FRESH = Duration.ofMillis(500);
  private static final Duration CURSORS = Duration.ofSeconds(10);
  private final String lane;
  private final MessageRepository messages;
  private final LaneRepository lanes;
  private final Clock clock;
  private Map<Priority, List<Long>> flows = Map.of();
  private Set<Long> held = Set.of();
  private final Map<Long, Cursor> cursors = new HashMap<>();
  private Instant readAt = Instant.MIN;
  private Instant cursorsSince = Instant.MIN;
  private int turn;

  LaneFeed(String lane, MessageRepository messages, LaneRepository lanes, Clock clock) {
    this.lane = lane;
    this.messages = messages;
    this.lanes = lanes;
    this.clock = clock;
  }

  /**
   * How far a campaign was read. The entries before it are taken, but stay in the index until the database has cleaned up:
   * without this, each batch would walk over all of them. Forgotten now and then, for what is queued again may lie before it.
   */
  private record Cursor(Instant due, long id) {
    static final Cursor BEGINNING = new Cursor(Instant.EPOCH, 0);
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
      var part = next(priority, open.get(i), now, share);
      batch.addAll(part);
      left -= part.size();
    }
  }

  private List<MessageRow> next(Priority priority, long flow, Instant now, int limit) {
    var cursor = cursors.getOrDefault(flow, Cursor.BEGINNING);
    var part = messages.dueAfter(lane, priority, flow, now, cursor.due(), cursor.id(), limit);
    if (part.size() < limit) {
      cursors.remove(flow);
    } else {
      cursors.put(flow, new Cursor(part.getLast().dueAt(), part.getLast().id()));
    }
    return part;
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
    if (cursorsSince.plus(CURSORS).isBefore(now)) {
      cursors.clear();
      cursorsSince = now;
    }
  }
}
