package org.enlacehub.inquiry.assistance;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * An entry of a record, opened.
 *
 * @param values by field; empty for what was not written, and altogether when the person was erased
 * @param dueOn the day by which a task is to be done; null for none
 * @param staffId who does a task; null for nobody
 * @param doneAt null while a task is open
 * @param writtenBy who wrote it last
 * @param version grows with each change
 */
public record CaseItem(long id, long inquiryId, CaseKind kind, Map<String, String> values, @Nullable LocalDate dueOn, @Nullable Long staffId,
    @Nullable Instant doneAt, long writtenBy, Instant writtenAt, int version) {

  /** What was written in a field; empty for nothing. */
  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  CaseItem with(Map<String, String> opened) {
    return new CaseItem(id, inquiryId, kind, opened, dueOn, staffId, doneAt, writtenBy, writtenAt, version);
  }

  public boolean done() {
    return doneAt != null;
  }

  /** Names nobody: ids only reach a log. */
  @Override
  public String toString() {
    return "case item " + id;
  }
}
