package org.enlacehub.platform.crypto;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import io.micronaut.core.annotation.Nullable;

/** The wrapped keys that belong to no contact. */
@JdbcRepository(dialect = Dialect.MYSQL)
abstract class VaultKeyRepository implements GenericRepository<VaultKeyRow, String> {
  private final JdbcOperations jdbc;

  VaultKeyRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Of several nodes that start at once one wins; the others read its key. */
  @Transactional
  byte[] keepFirst(String name, byte[] wrapped) {
    jdbc.prepareStatement("INSERT IGNORE INTO vault_key (name, wrapped) VALUES (?, ?)", insert -> {
      insert.setString(1, name);
      insert.setBytes(2, wrapped);
      return insert.executeUpdate();
    });
    return find(name);
  }

  @Transactional
  @Nullable byte[] find(String name) {
    return jdbc.prepareStatement("SELECT wrapped FROM vault_key WHERE name = ?", select -> {
      select.setString(1, name);
      try (var rows = select.executeQuery()) {
        return rows.next() ? rows.getBytes(1) : null;
      }
    });
  }

  @Transactional
  void replace(String name, byte[] wrapped) {
    jdbc.prepareStatement("UPDATE vault_key SET wrapped = ? WHERE name = ?", update -> {
      update.setBytes(1, wrapped);
      update.setString(2, name);
      return update.executeUpdate();
    });
  }
}
