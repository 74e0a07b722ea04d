package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.util.Map;
import org.enlacehub.contact.Channel;

/** What messages cost, from {@code config/prices.csv}: by channel and country, a segment or a message. */
public final class Prices {
  private final Map<String, BigDecimal> table;
  private final String currency;

  Prices(Map<String, BigDecimal> table, String currency) {
    this.table = Map.copyOf(table);
    this.currency = currency;
  }

  /** ISO 4217. */
  public String currency() {
    return currency;
  }

  /**
   * The price of one message; null when the table has none.
   *
   * @param country of the recipient; null for the channel's general price
   * @param segments of an SMS; null counts as one
   */
  public @Nullable BigDecimal of(Channel channel, @Nullable String country, @Nullable Integer segments) {
    var each = country == null ? null : table.get(channel + ":" + country);
    if (each == null) {
      each = table.get(channel + ":*");
    }
    return each == null ? null : each.multiply(BigDecimal.valueOf(segments == null ? 1 : segments));
  }
}
