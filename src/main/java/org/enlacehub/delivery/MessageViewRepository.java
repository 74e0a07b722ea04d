package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.enlacehub.account.DeskScope;
import org.enlacehub.contact.Channel;

/** Reads messages for showing, with the desk's scope in the statement itself. */
@Singleton
class MessageViewRepository {
  private static final String SELECT = """
      SELECT id, contact_id, channel, lane, state, purpose, campaign_id, run, step, inquiry_id, parent_id, language, error_code, reason,
        provider_id, segments, cost, attempts, claimed_at, created_at, due_at, expires_at, sent_at, delivered_at, read_at, failed_at
      FROM message\s""";
  private final JdbcOperations jdbc;

  MessageViewRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** A message's row for showing. */
  record Shown(long id, @Nullable Long contactId, Channel channel, String lane, MessageState state, String purpose,
      @Nullable Long campaignId, @Nullable Long inquiryId, @Nullable Long parentId, @Nullable String language,
      @Nullable String errorCode,
      @Nullable String reason, @Nullable String providerId, @Nullable Integer segments, @Nullable BigDecimal cost, int attempts,
      @Nullable Instant claimedAt, Instant createdAt, Instant dueAt, @Nullable Instant expiresAt, @Nullable Instant sentAt,
      @Nullable Instant deliveredAt, @Nullable Instant readAt, @Nullable Instant failedAt) {}

  @Transactional
  List<Shown> byIds(List<Long> ids, DeskScope scope) {
    return ids.isEmpty() ? List.of() : query("WHERE id IN (" + RepositoryColumns.list(ids) + ")" + scope(scope), desk(scope));
  }

  @Transactional
  List<Shown> ofContact(long contactId, long beforeId, int limit, DeskScope scope) {
    return query("WHERE contact_id = ? AND id < ?" + scope(scope) + " ORDER BY id DESC LIMIT " + limit, contactId, beforeId,
        desk(scope));
  }

  /** In the order of the unique key, after one of its rows. */
  @Transactional
  List<Shown> ofCampaign(long campaignId, int afterRun, long afterContact, int afterStep, @Nullable MessageState state,
      int limit) {
    var only = state == null ? "" : " AND state = '" + state.name() + "'";
    return query("WHERE campaign_id = ? AND (run > ? OR run = ? AND (contact_id > ? OR contact_id = ? AND step > ?))" + only
        + " ORDER BY campaign_id, run, contact_id, step LIMIT " + limit, campaignId, afterRun, afterRun, afterContact,
        afterContact, afterStep);
  }

  @Transactional
  List<MessageView.Attempt> attempts(long messageId) {
    return jdbc.prepareStatement("SELECT * FROM message_attempt WHERE message_id = ? ORDER BY id", statement -> {
      statement.setLong(1, messageId);
      var rows = statement.executeQuery();
      var all = new ArrayList<MessageView.Attempt>();
      while (rows.next()) {
        all.add(new MessageView.Attempt(rows.getInt("attempt"), rows.getString("lane"), rows.getString("outcome"),
            rows.getString("error_code"),
            rows.getString("provider_id"), RepositoryColumns.instant(rows, "started_at"), RepositoryColumns.instant(rows,
            "ended_at")));
      }
      return all;
    });
  }

  @Transactional
  List<MessageView.Reason> reasons(long messageId) {
    return jdbc.prepareStatement("SELECT code, detail, at FROM message_reason WHERE message_id = ? ORDER BY id", statement -> {
      statement.setLong(1, messageId);
      var rows = statement.executeQuery();
      var all = new ArrayList<MessageView.Reason>();
      while (rows.next()) {
        all.add(new MessageView.Reason(rows.getString(1), rows.getString(2), RepositoryColumns.instant(rows, "at")));
      }
      return all;
    });
  }

  /** A desk sees messages to its own people; what belongs to no desk is for those who see all. */
  private static String scope(DeskScope scope) {
    return switch (scope) {
      case DeskScope.All() -> "";
      case DeskScope.Only _ -> " AND desk = ?";
      case DeskScope.None() -> " AND 1 = 0";
    };
  }

  private static @Nullable Object desk(DeskScope scope) {
    return scope instanceof DeskScope.Only(var code) ? code : null;
  }

  private List<Shown> query(String where, @Nullable Object... values) {
    return jdbc.prepareStatement(SELECT + where, statement -> {
      var given = new ArrayList<Object>();
      for (var value : values) {
        if (value != null) {
          given.add(value);
        }
      }
      RepositoryColumns.set(statement, given.toArray());
      var r = statement.executeQuery();
      var all = new ArrayList<Shown>();
      while (r.next()) {
        all.add(new Shown(r.getLong("id"), RepositoryColumns.number(r, "contact_id"), Channel.valueOf(r.getString("channel")),
            r.getString("lane"),
            MessageState.valueOf(r.getString("state")), r.getString("purpose"), RepositoryColumns.number(r, "campaign_id"),
            RepositoryColumns.number(r, "inquiry_id"),
            RepositoryColumns.number(r, "parent_id"), r.getString("language"), r.getString("error_code"), r.getString("reason"),
            r.getString("provider_id"),
            RepositoryColumns.small(r, "segments"), r.getBigDecimal("cost"), r.getInt("attempts"), RepositoryColumns.instant(r,
            "claimed_at"),
            RepositoryColumns.instant(r, "created_at"), RepositoryColumns.instant(r, "due_at"), RepositoryColumns.instant(r,
            "expires_at"), RepositoryColumns.instant(r, "sent_at"),
            RepositoryColumns.instant(r, "delivered_at"), RepositoryColumns.instant(r, "read_at"), RepositoryColumns.instant(r,
            "failed_at")));
      }
      return all;
    });
  }
}
