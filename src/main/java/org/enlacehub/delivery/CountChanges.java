package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Changes of counts that belong to one transaction, added up. Single messages are counted nowhere. */
final class CountChanges {
  private final Map<CountKey, Change> changes = new LinkedHashMap<>();

  /** What is added to a cell. */
  record Change(int messages, int segments, BigDecimal cost) {
    static final Change NONE = new Change(0, 0, BigDecimal.ZERO);

    Change plus(int messages, int segments, BigDecimal cost) {
      return new Change(this.messages + messages, this.segments + segments, this.cost.add(cost));
    }

    boolean isNothing() {
      return messages == 0 && segments == 0 && cost.signum() == 0;
    }
  }

  void add(CountKey key, int messages) {
    add(key, messages, 0, BigDecimal.ZERO);
  }

  /** A message went from one state to another, on the same channel. */
  void moved(MessageRow row, MessageState from, MessageState to) {
    moved(row, from, to, 0, null);
  }

  /** As {@link #moved(MessageRow, MessageState, MessageState)}, with what it took to send. */
  void moved(MessageRow row, MessageState from, MessageState to, int segments, @Nullable BigDecimal cost) {
    add(row.count(from), -1, 0, BigDecimal.ZERO);
    add(row.count(to), 1, segments, cost == null ? BigDecimal.ZERO : cost);
  }

  Map<CountKey, Change> all() {
    return changes;
  }

  private void add(CountKey key, int messages, int segments, BigDecimal cost) {
    if (key.campaignId() != 0) {
      changes.merge(key, Change.NONE.plus(messages, segments, cost), (a, b) -> a.plus(b.messages(), b.segments(), b.cost()));
    }
  }
}
