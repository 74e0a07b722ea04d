package org.enlacehub.delivery;

import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.util.List;
import org.enlacehub.platform.database.GroupCommit;
import org.enlacehub.platform.web.ServiceUnavailable;

/** Takes in what carriers report. */
@Singleton
public class Receipts {
  private static final int TOGETHER = 500;
  private final ReceiptWriter writer;
  private final ApplicationEventPublisher<Object> events;
  private final GroupCommit<Receipt, Receipt.Effect> together;

  Receipts(ReceiptWriter writer, ApplicationEventPublisher<Object> events) {
    this.writer = writer;
    this.events = events;
    together = new GroupCommit<>(TOGETHER, this::write);
  }

  /**
   * Applies one receipt and returns when it is committed. Receipts may come in any order and any number of times: a message never
   * goes backwards.
   *
   * @throws ServiceUnavailable when the database is away: answer the carrier with an error
   */
  public Receipt.Effect apply(Receipt receipt) {
    return together.commit(receipt);
  }

  private List<Receipt.Effect> write(List<Receipt> receipts) {
    var result = writer.write(receipts);
    result.events().forEach(events::publishEventAsync);
    return result.effects();
  }
}
