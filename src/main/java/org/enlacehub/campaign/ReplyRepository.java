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

  /** People who got a content, as {@link TextComparison} counts them. */
  record OfContent(long contentId, TextComparison.Part part) {}

  /** What became of the people of a campaign, by the content of their message. */
  @Transactional
  List<OfContent> byContent(long campaignId) {
    return sql.list("""
        SELECT m.content_id, COUNT(DISTINCT m.contact_id) people,
          COUNT(DISTINCT CASE WHEN m.delivered_at IS NOT NULL OR m.read_at IS NOT NULL THEN m.contact_id END) delivered,
          COUNT(DISTINCT CASE WHEN m.read_at IS NOT NULL THEN m.contact_id END) seen,
          COUNT(DISTINCT r.contact_id) replied, COUNT(DISTINCT v.contact_id) coming
        FROM message m
        LEFT JOIN campaign_reply r ON r.campaign_id = m.campaign_id AND r.contact_id = m.contact_id
        LEFT JOIN campaign_rsvp v ON v.campaign_id = m.campaign_id AND v.contact_id = m.contact_id AND v.state IN ('COMING', 'WAITING')
        WHERE m.campaign_id = ? AND m.sent_at IS NOT NULL GROUP BY m.content_id""", List.of(campaignId),
        row -> new OfContent(row.getLong("content_id"), new TextComparison.Part(row.getLong("people"), row.getLong("delivered"),
            row.getLong("seen"), row.getLong("replied"), row.getLong("coming"))));
  }
}
