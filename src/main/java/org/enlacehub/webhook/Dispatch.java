package org.enlacehub.webhook;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.enlacehub.platform.crypto.Vault;
import org.enlacehub.webhook.Delivery.State;

/**
 * Sends what is due, many addresses at a time and each address in order. A receiver that does not take a notice gets it again, later and
 * later, for three days and a half (the schedule that Standard Webhooks proposes); one that says that it is gone gets nothing any more.
 */
@Singleton
class Dispatch {
  private static final List<Duration> WAITS = List.of(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2),
      Duration.ofHours(5), Duration.ofHours(10), Duration.ofHours(14), Duration.ofHours(20), Duration.ofHours(24));
  private static final int AT_ONCE = 200;
  private static final int FORGOTTEN_AT_ONCE = 1_000;
  private static final String GONE = "410";
  private final WebhookRepository webhooks;
  private final NoticeRepository notices;
  private final Post post;
  private final Vault vault;
  private final WebhookSettings settings;
  private final Clock clock;

  Dispatch(WebhookRepository webhooks, NoticeRepository notices, Post post, Vault vault, WebhookSettings settings, Clock clock) {
    this.webhooks = webhooks;
    this.notices = notices;
    this.post = post;
    this.vault = vault;
    this.settings = settings;
    this.clock = clock;
  }

  /** One round; what is not due, or waits for an address that is stopped, stays. */
  void run() {
    var due = notices.due(clock.instant(), AT_ONCE);
    var told = notices.notices(due.stream().map(Delivery::noticeId).distinct().toList()).stream().collect(Collectors.toMap(Notice::id, n -> n));
    var byHook = due.stream().collect(Collectors.groupingBy(Delivery::webhookId));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      byHook.forEach((id, deliveries) -> webhooks.find(id).ifPresent(hook -> threads.submit(() -> send(hook, deliveries, told))));
    }
  }

  /** An address that does not answer holds up its own notices only, and not for a whole round. */
  private void send(Webhook hook, List<Delivery> deliveries, Map<Long, Notice> told) {
    var secret = vault.system().open(Webhook.SECRET, hook.id(), hook.secret());
    for (var delivery : deliveries) {
      var outcome = post.send(hook.address(), told.get(delivery.noticeId()), secret, clock.instant());
      boolean taken = outcome.matches("2\\d\\d");
      settle(delivery, taken, outcome);
      if (outcome.equals(GONE)) {
        webhooks.stop(hook.id(), "gone");
      }
      if (!taken) {
        return;
      }
    }
  }

  private void settle(Delivery delivery, boolean taken, String outcome) {
    Instant now = clock.instant();
    boolean last = delivery.attempts() >= WAITS.size();
    notices.tried(delivery, taken ? State.TAKEN : last ? State.FAILED : State.WAITING, outcome,
        taken || last ? now : now.plus(WAITS.get(delivery.attempts())), now);
  }

  /** Forgets what is too old to be sent anew. */
  void tidy() {
    while (notices.forget(clock.instant().minus(settings.keep()), FORGOTTEN_AT_ONCE) == FORGOTTEN_AT_ONCE) {
      // Goes on while whole portions are found.
    }
  }
}
