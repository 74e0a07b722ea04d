package org.enlacehub.campaign;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.enlacehub.platform.database.Statements;

/** The table {@code campaign_reply}. Reads {@code message} for what people got. */
@Singleton
class ReplyRepository {
  private final Statements sql;

  ReplyRepository(Statements sql) {
    this.sql = sql;
  }

  /** A campaign that reached somebody, and when it last did. */
  record Got(long campaignId, Instant at) {}

  /** The campaigns that left for a person after an instant, under any of their contact ids, the newest first. */
  @Transactional
  List<Got> got(Collection<Long> lineage, Instant after, int limit) {
    var parameters = new ArrayList<Object>(lineage);
    parameters.add(after);
    parameters.add(limit);
    return sql.list("SELECT campaign_id, MAX(sent_at) last_at FROM message WHERE contact_id IN (" + Statements.marks(lineage.size())
        + ") AND campaign_id IS NOT NULL AND sent_at > ? GROUP BY campaign_id ORDER BY last_at DESC LIMIT ?", parameters,
        row -> new Got(row.getLong("campaign_id"), Statements.instant(row, "last_at")));
  }

  /** False when the person has replied before. */
  @Transactional
  boolean replied(long campaignId, long contactId, Instant at) {
    return sql.insertNew("INSERT INTO campaign_reply (campaign_id, contact_id, at) VALUES (?, ?, ?)", List.of(campaignId, contactId, at));
  }

  @Transactional
  long count(long campaignId) {
    return sql.first("SELECT COUNT(*) FROM campaign_reply WHERE campaign_id = ?", List.of(campaignId), row -> row.getLong(1)).orElse(0L);
  }
}
