package org.enlacehub.template;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The table {@code template_version}. Rows are only added: a version is what its content is. */
@Singleton
class TemplateVersionRepository {
  private final JdbcOperations jdbc;

  TemplateVersionRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Repeatable, by several nodes at once too. */
  @Transactional
  void keep(String name, String version, String content, Instant now) {
    jdbc.prepareStatement("INSERT IGNORE INTO template_version (name, version, content, pinned_at) VALUES (?, ?, ?, ?)",
        insert -> {
      insert.setString(1, name);
      insert.setString(2, version);
      insert.setString(3, content);
      insert.setObject(4, LocalDateTime.ofInstant(now, ZoneOffset.UTC));
      return insert.executeUpdate();
    });
  }

  @Transactional
  Optional<String> find(String name, String version) {
    return jdbc.prepareStatement("SELECT content FROM template_version WHERE name = ? AND version = ?", select -> {
      select.setString(1, name);
      select.setString(2, version);
      try (var rows = select.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    });
  }
}
