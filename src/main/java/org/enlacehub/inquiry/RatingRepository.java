package org.enlacehub.inquiry;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.enlacehub.platform.database.Statements;

/** The table {@code inquiry_rating}. */
@Singleton
class RatingRepository {
  private final Statements sql;

  RatingRepository(Statements sql) {
    this.sql = sql;
  }

  /** False when this inquiry's person was asked before. */
  @Transactional
  boolean ask(long inquiryId, Instant now) {
    return sql.insertNew("INSERT INTO inquiry_rating (inquiry_id, asked_at) VALUES (?, ?)", List.of(inquiryId, now));
  }

  /** When the person was asked; empty when they were not, or have answered. */
  @Transactional
  Optional<Instant> asked(long inquiryId) {
    return sql.first("SELECT asked_at FROM inquiry_rating WHERE inquiry_id = ? AND score IS NULL", List.of(inquiryId),
        row -> Statements.instant(row, "asked_at"));
  }

  /** False when nobody asked since an instant, or it was answered before. */
  @Transactional
  boolean score(long inquiryId, int score, Instant askedSince, Instant now) {
    return sql.update("UPDATE inquiry_rating SET score = ?, scored_at = ? WHERE inquiry_id = ? AND score IS NULL AND asked_at > ?",
        List.of(score, now, inquiryId, askedSince)) == 1;
  }
}
