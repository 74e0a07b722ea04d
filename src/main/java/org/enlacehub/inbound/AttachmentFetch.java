package org.enlacehub.inbound;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.enlacehub.channel.twilio.TwilioMedia;
import org.enlacehub.channel.twilio.TwilioMedia.Fetched;
import org.enlacehub.inquiry.Attachments;
import org.enlacehub.inquiry.Attachments.AtCarrier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what came with messages from the carrier to us, after the webhook was answered; what does not come is tried again for two days. */
@Singleton
class AttachmentFetch {
  private static final Logger LOG = LoggerFactory.getLogger(AttachmentFetch.class);
  /** Each may be 16 MB in memory. */
  private static final int TOGETHER = 4;
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(4);
  private static final int DOUBLINGS = 10;
  private static final int TRIES = 20;
  private final Attachments attachments;
  private final TwilioMedia media;
  private final List<AttachmentSource> sources;
  private final Clock clock;

  AttachmentFetch(Attachments attachments, TwilioMedia media, List<AttachmentSource> sources, Clock clock) {
    this.attachments = attachments;
    this.media = media;
    this.sources = sources;
    this.clock = clock;
  }

  /** Fetches all that is due. */
  void run() {
    for (var due = attachments.claim(TOGETHER, LEASE); !due.isEmpty(); due = attachments.claim(TOGETHER, LEASE)) {
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        due.forEach(one -> threads.submit(() -> fetch(one)));
      }
    }
  }

  private void fetch(AtCarrier one) {
    try {
      switch (bytes(one.source())) {
        case Fetched.Content(var bytes) -> attachments.store(one.id(), bytes);
        case Fetched.TooLarge() -> attachments.refuse(one.id(), "too-large");
        case Fetched.Gone() -> attachments.refuse(one.id(), "not-at-carrier");
        case Fetched.Foreign() -> attachments.refuse(one.id(), "foreign");
        case Fetched.Later() -> later(one);
      }
    } catch (RuntimeException e) {
      // Its lease ends, and it is tried again.
      LOG.error("Attachment {} could not be brought", one.id(), e);
    }
  }

  private Fetched bytes(String source) {
    return sources.stream().filter(s -> s.has(source)).findFirst().map(s -> s.fetch(source, Attachments.LARGEST))
        .orElseGet(() -> media.fetch(source, Attachments.LARGEST));
  }

  private void later(AtCarrier one) {
    if (one.attempts() >= TRIES) {
      attachments.refuse(one.id(), "unreachable");
      return;
    }
    var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(one.attempts(), DOUBLINGS));
    attachments.again(one.id(), clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause));
  }
}
