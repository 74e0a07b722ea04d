package org.enlacehub.triage;

import java.util.ArrayList;
import java.util.List;

/**
 * Items in order.
 *
 * @param items at least one
 * @param gaps what may stand between an item and the next, one fewer than items
 */
record Sequence(List<Item> items, List<Gap> gaps) {
  private static final int ENOUGH = 48;

  /** What may stand between two items. */
  enum Gap {
    /** Only light words ("me lo han"), and no full stop. */
    LIGHT(3),
    /** A few words, and no full stop. */
    NEAR(3),
    /** Some words, whatever the punctuation. */
    WIDE(9);

    final int most;

    Gap(int most) {
      this.most = most;
    }
  }

  /** All places where the sequence lies, at most a few dozen; each is the start and end of every item, one after the other. */
  List<int[]> in(Reading reading) {
    if (!possible(reading)) {
      return List.of();
    }
    var found = new ArrayList<int[]>();
    for (int start = 0; start < reading.size() && found.size() < ENOUGH; start++) {
      place(reading, 0, start, new int[items.size() * 2], found);
    }
    return found;
  }

  /** False when one of the items cannot be filled anywhere. */
  boolean possible(Reading reading) {
    for (var item : items) {
      if (!item.possible(reading)) {
        return false;
      }
    }
    return true;
  }

  /** As {@link #in}, for one beginning. */
  void at(Reading reading, int start, List<int[]> found) {
    place(reading, 0, start, new int[items.size() * 2], found);
  }

  private void place(Reading reading, int index, int start, int[] bounds, List<int[]> found) {
    for (int end : items.get(index).endsFrom(reading, start)) {
      bounds[index * 2] = start;
      bounds[index * 2 + 1] = end;
      if (index + 1 == items.size()) {
        found.add(bounds.clone());
        continue;
      }
      var gap = gaps.get(index);
      for (int next = end; next <= end + gap.most && next < reading.size() && found.size() < ENOUGH; next++) {
        if (gap != Gap.WIDE && reading.token(next).pause() == Token.Pause.STOP) {
          break;
        }
        place(reading, index + 1, next, bounds, found);
        if (gap == Gap.LIGHT && !reading.light(next)) {
          break;
        }
      }
    }
  }
}
