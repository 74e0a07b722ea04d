package org.enlacehub.sandbox.twilio;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** WhatsApp's window: free text only within 24 hours of the person's last message to that sender. */
@Singleton
final class Sessions {
  private static final Duration WINDOW = Duration.ofHours(24);
  private static final int REMEMBERED = 200_000;

  private final Clock clock;
  private final Map<String, Instant> lastHeard = new LinkedHashMap<>() {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
      return size() > REMEMBERED;
    }
  };

  Sessions(Clock clock) {
    this.clock = clock;
  }

  synchronized void heard(String person, String sender, Instant at) {
    lastHeard.remove(person + ">" + sender);
    lastHeard.put(person + ">" + sender, at);
  }

  synchronized boolean isOpen(String person, String sender) {
    var last = lastHeard.get(person + ">" + sender);
    return last != null && last.plus(WINDOW).isAfter(clock.instant());
  }

  synchronized void clear() {
    lastHeard.clear();
  }
}
