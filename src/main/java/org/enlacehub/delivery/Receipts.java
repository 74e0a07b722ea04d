package org.enlacehub.delivery;

import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.enlacehub.platform.web.ServiceUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in what carriers report. */
@Singleton
public class Receipts {
  private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);
  private static final int TOGETHER = 500;
  private static final int TRIES = 3;
  private final ReceiptWriter writer;
  private final ApplicationEventPublisher<Object> events;
  private final ConcurrentLinkedQueue<Waiting> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();

  Receipts(ReceiptWriter writer, ApplicationEventPublisher<Object> events) {
    this.writer = writer;
    this.events = events;
  }

  /** A receipt whose caller waits for the commit. */
  private static final class Waiting {
    private final Receipt receipt;
    private volatile Receipt.@Nullable Effect effect;
    private volatile @Nullable RuntimeException failure;

    Waiting(Receipt receipt) {
      this.receipt = receipt;
    }

    boolean isDone() {
      return effect != null || failure != null;
    }
  }

  /**
   * Applies one receipt and returns when it is committed. Receipts may come in any order and any number of times: a message never
   * goes backwards. Calls that come while another is being written share the next transaction, so call it from as many threads as
   * there are requests.
   *
   * @throws ServiceUnavailable when the database is away: answer the carrier with an error
   */
  public Receipt.Effect apply(Receipt receipt) {
    var mine = new Waiting(receipt);
    waiting.add(mine);
    turn.lock();
    try {
      while (!mine.isDone()) {
        writeTogether();
      }
    } finally {
      turn.unlock();
    }
    if (mine.failure != null) {
      throw mine.failure;
    }
    return mine.effect;
  }

  private void writeTogether() {
    var batch = new ArrayList<Waiting>();
    for (Waiting next; batch.size() < TOGETHER && (next = waiting.poll()) != null; ) {
      batch.add(next);
    }
    var receipts = batch.stream().map(w -> w.receipt).toList();
    try {
      var result = write(receipts);
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).effect = result.effects().get(i);
      }
      result.events().forEach(events::publishEventAsync);
    } catch (RuntimeException e) {
      batch.forEach(w -> w.failure = new ServiceUnavailable("database", e));
    }
  }

  private ReceiptWriter.Result write(List<Receipt> receipts) {
    for (int attempt = 1; ; attempt++) {
      try {
        return writer.write(receipts);
      } catch (RuntimeException e) {
        // A lane that writes outcomes of the same messages may have been in the way.
        LOG.info("{} receipts were not written at the first go: {}", receipts.size(), e.getClass().getSimpleName());
        if (attempt == TRIES) {
          throw e;
        }
      }
    }
  }
}
