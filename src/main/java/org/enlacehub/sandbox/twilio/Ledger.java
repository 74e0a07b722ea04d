package org.enlacehub.sandbox.twilio;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Reads the book for those who check the product: what arrived, who got something twice, how fast it came. */
@Singleton
final class Ledger {
  private static final int EXAMPLES = 20;

  private final CarrierBook book;

  Ledger(CarrierBook book) {
    this.book = book;
  }

  /** Null means any; {@code direction} inbound or outbound, {@code status} a word of Twilio's. */
  record Filter(@Nullable String to, @Nullable String from, @Nullable String direction, @Nullable String status) {
    boolean matches(BookedMessage message) {
      return (to == null || to.equals(message.to())) && (from == null || from.equals(message.from()))
          && (direction == null || direction.equals(message.inbound() ? "inbound" : "outbound"))
          && (status == null || status.equals(message.status().word()));
    }
  }

  /** @param nanos monotonic reading at arrival, comparable within one run of the sandbox */
  @Serdeable
  record Entry(long number, String sid, String direction, String from, String to, String status, int errorCode, String body,
      @Nullable String contentSid, @Nullable String statusCallback, Instant at, long nanos) {}

  /** @param next give as {@code after} for what follows; null at the end */
  @Serdeable
  record Listing(List<Entry> items, @Nullable Long next) {}

  /** @param duplicated up to 20 addresses that got more than one message */
  @Serdeable
  record Count(long messages, long recipients, long recipientsTwice, List<String> duplicated) {}

  /** @param peakPerSecond most messages in any window of one second, for any one sender */
  @Serdeable
  record Rate(long messages, int peakPerSecond, double seconds) {}

  /** In the order of arrival, after the given number. */
  Listing list(Filter filter, long after, int limit) {
    var items = new ArrayList<Entry>();
    book.forEach(after + 1, message -> {
      if (filter.matches(message)) {
        items.add(entry(message));
      }
      return items.size() <= limit;
    });
    boolean more = items.size() > limit;
    var shown = more ? items.subList(0, limit) : items;
    return new Listing(shown, more ? shown.getLast().number() : null);
  }

  Count count(Filter filter) {
    var times = new HashMap<String, Integer>();
    book.forEach(0, message -> {
      if (filter.matches(message)) {
        times.merge(message.person(), 1, Integer::sum);
      }
      return true;
    });
    var twice = times.entrySet().stream().filter(entry -> entry.getValue() > 1).map(java.util.Map.Entry::getKey).toList();
    return new Count(times.values().stream().mapToLong(Integer::longValue).sum(), times.size(), twice.size(),
        twice.stream().limit(EXAMPLES).toList());
  }

  Rate rate(@Nullable String from) {
    var windows = new HashMap<String, ArrayDeque<Long>>();
    var bounds = new long[] {Long.MAX_VALUE, Long.MIN_VALUE};
    var totals = new long[2];
    book.forEach(0, message -> {
      if (!message.inbound() && (from == null || from.equals(message.from()))) {
        var window = windows.computeIfAbsent(message.from(), _ -> new ArrayDeque<>());
        while (!window.isEmpty() && message.arrivedNanos() - window.peekFirst() >= TimeUnit.SECONDS.toNanos(1)) {
          window.removeFirst();
        }
        window.addLast(message.arrivedNanos());
        totals[0]++;
        totals[1] = Math.max(totals[1], window.size());
        bounds[0] = Math.min(bounds[0], message.arrivedNanos());
        bounds[1] = Math.max(bounds[1], message.arrivedNanos());
      }
      return true;
    });
    return new Rate(totals[0], (int) totals[1], totals[0] == 0 ? 0 : (bounds[1] - bounds[0]) / 1e9);
  }

  private static Entry entry(BookedMessage message) {
    var details = message.details();
    return new Entry(message.number(), message.sid(), message.inbound() ? "inbound" : "outbound", message.from(), message.to(),
        message.status().word(), message.errorCode(), details.body(), details.contentSid(), details.statusCallback(),
        message.arrived(), message.arrivedNanos());
  }
}
