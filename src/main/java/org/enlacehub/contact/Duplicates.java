package org.enlacehub.contact;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.enlacehub.account.DeskScope;
import org.enlacehub.platform.quartz.Schedules;

/**
 * Pairs of contacts that may be one person: all words of the names agree, in any order, with any accents and capitals, and so does the
 * year of birth or, where one of them is not known, the area. One address or reference never belongs to two contacts, so those need no
 * looking for.
 */
@Singleton
public class Duplicates {
  static final String SEARCH = "contact:duplicates";
  private final TwinRepository twins;
  private final ContactStore store;
  private final Schedules schedules;
  private final Clock clock;

  Duplicates(TwinRepository twins, ContactStore store, Schedules schedules, Clock clock) {
    this.twins = twins;
    this.store = store;
    this.schedules = schedules;
    this.clock = clock;
  }

  /** What agrees beside the name. */
  public enum Reason { BIRTH_YEAR, PLACE }

  /** Two ids, the lower first. */
  public record Twins(long first, long second, Reason reason) {}

  /** Two contacts that may be one person. */
  public record Pair(Contact first, Contact second, Reason reason) {}

  /** Open pairs of which both may be seen from {@code scope}, behind the pair {@code first}, {@code second} (0, 0 for the start). */
  @Transactional
  public List<Pair> page(DeskScope scope, long first, long second, int limit) {
    var found = twins.page(ContactFilter.within(scope), first, second, limit);
    var people = store.load(found.stream().flatMap(t -> Stream.of(t.first(), t.second())).distinct().toList());
    return found.stream().filter(t -> people.containsKey(t.first()) && people.containsKey(t.second()))
        .map(t -> new Pair(people.get(t.first()).contact(), people.get(t.second()).contact(), t.reason())).toList();
  }

  /** Looks through everybody once more, in the background and soon. */
  public void searchSoon() {
    schedules.trigger(SEARCH);
  }

  /** Looks through everybody now; returns the number of open pairs. */
  @Transactional
  public int search() {
    return twins.find(clock.instant());
  }
}
