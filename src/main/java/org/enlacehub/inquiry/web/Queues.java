package org.enlacehub.inquiry.web;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.enlacehub.account.Actor;
import org.enlacehub.inquiry.InquiryReader;

/** Makes the queue as a page shows it. */
@Singleton
class Queues {
  private static final int ROWS = 30;
  private final InquiryReader reader;
  private final Clock clock;

  Queues(InquiryReader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  QueuePage of(Actor actor, QueueQuery query) {
    var now = clock.instant();
    var page = reader.queue(query.filter(actor, now), actor, query.cursor(), ROWS);
    return new QueuePage(page.items(), page.next(), query.folder(), query, reader.counts(actor, now.plus(Folder.SOON)),
        query.actual() == null ? 0 : query.actual());
  }
}
