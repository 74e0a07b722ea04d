package org.enlacehub.campaign;

import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.List;

/**
 * How two texts of a campaign did.
 *
 * @param first people of the first text
 * @param second people of the second text
 */
@Serdeable
public record TextComparison(Part first, Part second) {

  /**
   * People who got one of the texts.
   *
   * @param people to whom a message left
   * @param delivered of them, to whom it was delivered
   * @param read of them, who are known to have read it
   * @param replied of them, who wrote back in time
   * @param coming of them, who have a place or wait for one
   */
  @Serdeable
  public record Part(long people, long delivered, long read, long replied, long coming) {
    static final Part NOBODY = new Part(0, 0, 0, 0, 0);

    Part plus(Part other) {
      return new Part(people + other.people, delivered + other.delivered, read + other.read, replied + other.replied, coming + other.coming);
    }
  }

  /** One measure and how the two differ in it. */
  @Serdeable
  public record Measure(String name, long firstHits, long secondHits, Difference difference) {}

  /** @param invites whether places could be had */
  public List<Measure> measures(boolean invites) {
    var all = new ArrayList<Measure>();
    all.add(measure("delivered", first.delivered, second.delivered));
    all.add(measure("read", first.read, second.read));
    all.add(measure("replied", first.replied, second.replied));
    if (invites) {
      all.add(measure("coming", first.coming, second.coming));
    }
    return all;
  }

  private Measure measure(String name, long firstHits, long secondHits) {
    return new Measure(name, firstHits, secondHits, Difference.of(firstHits, first.people, secondHits, second.people));
  }
}
