package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.enlacehub.account.Actor;
import org.enlacehub.inquiry.InquiryRepository.Change;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * Tells living pages that something is new in an inquiry. It is read from the database, so it does not matter on which node the change
 * was made; one reading a second and node serves every open page, and none is made while no page is open.
 */
@Singleton
public class Feed {
  /** A transaction that began a while ago may commit late with an older time. */
  private static final Duration OVERLAP = Duration.ofSeconds(10);
  private static final int MOST = 500;
  private static final int REMEMBERED = 5_000;
  private final InquiryRepository inquiries;
  private final KeeperRepository keepers;
  private final Clock clock;
  private final Sinks.Many<News> sink = Sinks.many().multicast().directBestEffort();
  private final AtomicInteger readers = new AtomicInteger();
  private final Map<String, Boolean> told = new LinkedHashMap<>() {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
      return size() > REMEMBERED;
    }
  };

  Feed(InquiryRepository inquiries, KeeperRepository keepers, Clock clock) {
    this.inquiries = inquiries;
    this.keepers = keepers;
    this.clock = clock;
  }

  /**
   * Something is new in this inquiry; no words, so that a page must ask for them and be allowed to.
   *
   * @param only the staff who are told of a protected one; null for what is not protected
   */
  public record News(long inquiryId, String desk, @Nullable String left, int severity, @Nullable Set<Long> only) {

    /** True at the desk where it lies, and at the one that it left just now: there it must vanish. */
    boolean concerns(Actor actor) {
      boolean told = only == null || only.contains(actor.staffId());
      return told && (actor.scope().covers(desk) || left != null && actor.scope().covers(left));
    }
  }

  /** What is new of the matters that the actor may see, from now on. */
  public Flux<News> news(Actor actor) {
    return sink.asFlux().filter(news -> news.concerns(actor))
        .doOnSubscribe(_ -> readers.incrementAndGet()).doFinally(_ -> readers.decrementAndGet());
  }

  @Scheduled(fixedDelay = "1s")
  void look() {
    if (readers.get() == 0) {
      return;
    }
    Instant since = clock.instant().minus(OVERLAP);
    var fresh = inquiries.changedSince(since, MOST).stream()
        .filter(change -> told.put(change.id() + ":" + change.at(), true) == null).toList();
    var named = keepers.of(fresh.stream().filter(Change::restricted).map(Change::id).toList());
    fresh.forEach(change -> sink.tryEmitNext(new News(change.id(), change.desk(), change.left(), change.severity(),
        change.restricted() ? named.getOrDefault(change.id(), Set.of()) : null)));
  }
}
