package org.enlacehub.inquiry.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Map;
import org.enlacehub.inquiry.InquiryReader.Row;

/**
 * The queue of a desk.
 *
 * @param next cursor of the next rows; null at the end
 * @param reference what was searched for; empty for nothing
 * @param open how many wait, by severity; severities with none are absent
 */
@Introspected
public record QueuePage(List<Row> rows, @Nullable String next, Folder folder, String reference, Map<Integer, Integer> open) {

  /** How many wait for us. */
  public int waiting() {
    return open.values().stream().mapToInt(n -> n).sum();
  }

  /** How many of them are urgent. */
  public int urgent() {
    return open.getOrDefault(1, 0) + open.getOrDefault(2, 0);
  }
}
