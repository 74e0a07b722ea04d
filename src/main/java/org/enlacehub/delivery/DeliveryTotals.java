package org.enlacehub.delivery;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;

/**
 * How a campaign's messages stand. Each recipient counts once in each channel that was tried for them.
 *
 * @param recipients people, whatever was tried for them
 * @param queued wait, or are being sent
 * @param sent left, without further news (delivered and read ones are not counted again)
 * @param delivered arrived, not known to be read
 * @param failed refused, undeliverable or failed
 * @param cost of what left, in the currency of the price table
 */
@Serdeable
public record DeliveryTotals(long recipients, long queued, long held, long sent, long delivered, long read, long failed,
    long suppressed, long expired, long cancelled, long segments, BigDecimal cost) {
  public static final DeliveryTotals NONE = new DeliveryTotals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, BigDecimal.ZERO);

  /** Nothing is left to be sent. */
  public boolean settled() {
    return queued == 0 && held == 0;
  }

  /** One cell of the totals. */
  @Serdeable
  public record Cell(String channel, String language, String desk, DeliveryTotals totals) {}

  /** The totals and the same by channel, language and desk (empty texts where unknown). */
  @Serdeable
  public record Breakdown(DeliveryTotals all, List<Cell> cells) {}

  /** Failures of one kind. */
  @Serdeable
  public record FailureGroup(String channel, String state, String code, long messages) {}
}
