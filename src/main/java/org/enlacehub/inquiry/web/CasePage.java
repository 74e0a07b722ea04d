package org.enlacehub.inquiry.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Map;
import org.enlacehub.account.Staff;
import org.enlacehub.inquiry.InquiryReader.Opened;
import org.enlacehub.inquiry.assistance.CaseItem;
import org.enlacehub.inquiry.assistance.CaseKind;

/**
 * The assistance record of a case.
 *
 * @param items by kind, each in the order in which they were written
 * @param names of staff by id
 * @param colleagues who may be given a task, names by id
 * @param named who sees a protected case; nobody for one that is not
 * @param officers who may be named to it, name and desk by id
 * @param wrong what was written and could not be kept; null for nothing
 */
@Introspected
public record CasePage(Opened opened, String deskName, Map<CaseKind, List<CaseItem>> items, Map<Long, String> names,
    Map<String, String> colleagues, List<Staff> named, Map<String, String> officers, @Nullable Wrong wrong) {

  /**
   * What could not be kept.
   *
   * @param itemId the entry that was to be changed; 0 for a new one
   * @param flaws codes by field
   */
  @Introspected
  public record Wrong(CaseKind kind, long itemId, Map<String, String> values, Map<String, String> flaws) {

    boolean is(CaseKind other, long otherItem) {
      return kind == other && itemId == otherItem;
    }
  }

  /** What stands in a form's field: what was written and could not be kept, else what is in the record. */
  public String value(CaseKind kind, @Nullable CaseItem item, String field) {
    if (isWrong(kind, item)) {
      return wrong.values().getOrDefault(field, "");
    }
    if (item == null) {
      return "";
    }
    return switch (field) {
      case "dueOn" -> item.dueOn() == null ? "" : item.dueOn().toString();
      case "staffId" -> item.staffId() == null ? "" : Long.toString(item.staffId());
      default -> item.value(field);
    };
  }

  /** Code of what is wrong in a field; null for nothing. */
  public @Nullable String flaw(CaseKind kind, @Nullable CaseItem item, String field) {
    return isWrong(kind, item) ? wrong.flaws().get(field) : null;
  }

  public boolean isWrong(CaseKind kind, @Nullable CaseItem item) {
    return wrong != null && wrong.is(kind, item == null ? 0 : item.id());
  }

  CasePage with(Wrong mistakes) {
    return new CasePage(opened, deskName, items, names, colleagues, named, officers, mistakes);
  }
}
