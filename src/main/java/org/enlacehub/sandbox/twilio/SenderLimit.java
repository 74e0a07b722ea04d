package org.enlacehub.sandbox.twilio;

import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Enforces a limit by sender: in no window of one second more than so many. */
@Singleton
final class SenderLimit {
  private final Map<String, ArrayDeque<Long>> taken = new ConcurrentHashMap<>();

  /** Takes a place in the second that ends now; false when there is none left. A limit of 0 is no limit. */
  boolean admits(String sender, int perSecond, long nanos) {
    if (perSecond <= 0) {
      return true;
    }
    var times = taken.computeIfAbsent(sender, _ -> new ArrayDeque<>());
    synchronized (times) {
      while (!times.isEmpty() && nanos - times.peekFirst() >= TimeUnit.SECONDS.toNanos(1)) {
        times.removeFirst();
      }
      if (times.size() >= perSecond) {
        return false;
      }
      times.addLast(nanos);
      return true;
    }
  }
}
