package org.enlacehub.inquiry;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Which inquiries a list shows; every part may be null for "all". Begin with {@link #ALL} and narrow it.
 *
 * @param desk only this mission's; a desk outside the sight finds nothing
 * @param severity only this one
 * @param ownerId only this person's; 0 for those that nobody took
 * @param urgent only severity 1 and 2
 * @param reference only the one with this reference
 * @param dueBefore only those that are due before
 * @param draftOf only those for which this person has written something and not sent it
 * @param topic only this service
 * @param mentioned only those in which this person is called in a note and has not looked
 */
public record InquiryFilter(@Nullable String desk, @Nullable InquiryState state, @Nullable Integer severity, @Nullable Long ownerId,
    boolean urgent, @Nullable String reference, @Nullable Instant dueBefore, @Nullable Long draftOf, @Nullable String topic,
    @Nullable Long mentioned) {
  public static final InquiryFilter ALL = new InquiryFilter(null, null, null, null, false, null, null, null, null, null);

  public InquiryFilter atDesk(@Nullable String code) {
    return new InquiryFilter(code, state, severity, ownerId, urgent, reference, dueBefore, draftOf, topic, mentioned);
  }

  public InquiryFilter in(@Nullable InquiryState wanted) {
    return new InquiryFilter(desk, wanted, severity, ownerId, urgent, reference, dueBefore, draftOf, topic, mentioned);
  }

  public InquiryFilter ofSeverity(@Nullable Integer level) {
    return new InquiryFilter(desk, state, level, ownerId, urgent, reference, dueBefore, draftOf, topic, mentioned);
  }

  /** 0 for those that nobody took. */
  public InquiryFilter ownedBy(@Nullable Long staffId) {
    return new InquiryFilter(desk, state, severity, staffId, urgent, reference, dueBefore, draftOf, topic, mentioned);
  }

  public InquiryFilter urgentOnly() {
    return new InquiryFilter(desk, state, severity, ownerId, true, reference, dueBefore, draftOf, topic, mentioned);
  }

  public InquiryFilter withReference(@Nullable String text) {
    return new InquiryFilter(desk, state, severity, ownerId, urgent, text, dueBefore, draftOf, topic, mentioned);
  }

  public InquiryFilter due(Instant before) {
    return new InquiryFilter(desk, state, severity, ownerId, urgent, reference, before, draftOf, topic, mentioned);
  }

  public InquiryFilter withDraftOf(long staffId) {
    return new InquiryFilter(desk, state, severity, ownerId, urgent, reference, dueBefore, staffId, topic, mentioned);
  }

  public InquiryFilter about(@Nullable String service) {
    return new InquiryFilter(desk, state, severity, ownerId, urgent, reference, dueBefore, draftOf, service, mentioned);
  }

  public InquiryFilter mentioning(long staffId) {
    return new InquiryFilter(desk, state, severity, ownerId, urgent, reference, dueBefore, draftOf, topic, staffId);
  }

  /** Adds the conditions, those of the sight first, to a WHERE that has begun. */
  void conditions(Sight sight, StringBuilder sql, List<Object> parameters) {
    sight.narrow(sql, parameters);
    add(sql, parameters, desk, " AND desk = ?");
    add(sql, parameters, state, " AND state = ?");
    add(sql, parameters, severity, " AND severity = ?");
    add(sql, parameters, reference, " AND reference = ?");
    add(sql, parameters, dueBefore, " AND due_at < ?");
    add(sql, parameters, topic, " AND topic = ?");
    add(sql, parameters, draftOf, " AND id IN (SELECT d.inquiry_id FROM inquiry_draft d WHERE d.staff_id = ?)");
    add(sql, parameters, mentioned, " AND id IN (SELECT m.inquiry_id FROM inquiry_mention m WHERE m.staff_id = ? AND m.read_at IS NULL)");
    if (urgent) {
      sql.append(" AND severity <= 2");
    }
    if (ownerId != null && ownerId == 0) {
      sql.append(" AND owner_id IS NULL");
    } else {
      add(sql, parameters, ownerId, " AND owner_id = ?");
    }
  }

  static List<Object> parameters(Object... first) {
    return new ArrayList<>(List.of(first));
  }

  private static void add(StringBuilder sql, List<Object> parameters, @Nullable Object value, String condition) {
    if (value != null) {
      sql.append(condition);
      parameters.add(value);
    }
  }
}
