package org.enlacehub.delivery;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.enlacehub.platform.database.Statements;

/** What messages say, sealed. */
@Singleton
class ContentRepository {
  private final JdbcOperations jdbc;
  private final Statements sql;

  ContentRepository(JdbcOperations jdbc, Statements sql) {
    this.jdbc = jdbc;
    this.sql = sql;
  }

  record ContentRow(long id, @Nullable Long contactId, @Nullable String template, @Nullable String version, byte[] payload,
      @Nullable String quiet, Instant createdAt) {}

  @Transactional
  void insert(ContentRow row) {
    sql.later("INSERT INTO message_content (id, contact_id, template, template_version, payload, quiet, created_at)"
        + " VALUES (?, ?, ?, ?, ?, ?, ?)", List.of(Arrays.asList(row.id(), row.contactId(), row.template(), row.version(), row.payload(),
            row.quiet(), row.createdAt())));
  }

  @Transactional
  List<ContentRow> find(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return jdbc.prepareStatement("SELECT * FROM message_content WHERE id IN (" + RepositoryColumns.list(ids) + ")", statement -> {
      var rows = statement.executeQuery();
      var all = new ArrayList<ContentRow>();
      while (rows.next()) {
        all.add(new ContentRow(rows.getLong("id"), RepositoryColumns.number(rows, "contact_id"), rows.getString("template"),
            rows.getString("template_version"), rows.getBytes("payload"), rows.getString("quiet"),
            RepositoryColumns.instant(rows, "created_at")));
      }
      return all;
    });
  }

  /** Texts as they were handed to carriers, sealed, by message. */
  @Transactional
  Map<Long, byte[]> bodies(Collection<Long> messageIds) {
    var bodies = new HashMap<Long, byte[]>();
    if (!messageIds.isEmpty()) {
      jdbc.prepareStatement("SELECT message_id, sealed FROM message_body WHERE message_id IN ("
          + RepositoryColumns.list(messageIds) + ")",
          statement -> {
            var rows = statement.executeQuery();
            while (rows.next()) {
              bodies.put(rows.getLong(1), rows.getBytes(2));
            }
            return null;
          });
    }
    return bodies;
  }

  /** What these messages say and said; only for contents that no other message shares. */
  @Transactional
  void delete(Collection<Long> contentIds, Collection<Long> messageIds) {
    delete("DELETE FROM message_content WHERE id IN (", contentIds);
    delete("DELETE FROM message_body WHERE message_id IN (", messageIds);
  }

  private void delete(String sql, Collection<Long> ids) {
    if (!ids.isEmpty()) {
      jdbc.prepareStatement(sql + RepositoryColumns.list(ids) + ")", statement -> statement.executeUpdate());
    }
  }
}
