package org.enlacehub.account;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlacehub.platform.crypto.BlindIndex;
import org.enlacehub.platform.crypto.Sealer;
import org.enlacehub.platform.crypto.Vault;

/** The table of the staff. Name and address leave it opened, and are never written otherwise than sealed. */
@Singleton
class StaffRepository {
  private static final String EMAIL = "staff.email";
  private static final String NAME = "staff.name";
  private final JdbcOperations jdbc;
  private final Sealer sealer;
  private final BlindIndex index;

  StaffRepository(JdbcOperations jdbc, Vault vault, BlindIndex index) {
    this.jdbc = jdbc;
    this.sealer = vault.system();
    this.index = index;
  }

  /** False when another account has this address; then nothing is written. */
  @Transactional
  boolean insert(Staff staff, @Nullable String passwordHash) {
    return jdbc.prepareStatement("""
        INSERT IGNORE INTO staff (id, email_index, email, name, password_hash, roles, desk, language, theme, active, password_given, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", insert -> {
      insert.setLong(1, staff.id());
      insert.setBytes(2, emailIndex(staff.email()));
      insert.setBytes(3, sealer.seal(EMAIL, staff.id(), staff.email()));
      insert.setBytes(4, sealer.seal(NAME, staff.id(), staff.name()));
      insert.setString(5, passwordHash);
      insert.setString(6, join(staff.roles()));
      insert.setString(7, staff.desk());
      insert.setString(8, staff.language());
      insert.setString(9, staff.theme());
      insert.setBoolean(10, staff.active());
      insert.setBoolean(11, staff.passwordGiven());
      Moments.write(insert, 12, staff.createdAt());
      return insert.executeUpdate() == 1;
    });
  }

  @Transactional
  Optional<Staff> find(long id) {
    return jdbc.prepareStatement("SELECT * FROM staff WHERE id = ?", select -> {
      select.setLong(1, id);
      try (var rows = select.executeQuery()) {
        return rows.next() ? Optional.of(read(rows)) : Optional.empty();
      }
    });
  }

  @Transactional
  Optional<Staff> findByEmail(String email) {
    return jdbc.prepareStatement("SELECT * FROM staff WHERE email_index = ?", select -> {
      select.setBytes(1, emailIndex(email));
      try (var rows = select.executeQuery()) {
        return rows.next() ? Optional.of(read(rows)) : Optional.empty();
      }
    });
  }

  @Transactional
  @Nullable String passwordHash(long id) {
    return jdbc.prepareStatement("SELECT password_hash FROM staff WHERE id = ?", select -> {
      select.setLong(1, id);
      try (var rows = select.executeQuery()) {
        return rows.next() ? rows.getString(1) : null;
      }
    });
  }

  /** By id, {@code limit} + 1 rows at most. */
  @Transactional
  List<Staff> page(long afterId, int limit) {
    return jdbc.prepareStatement("SELECT * FROM staff WHERE id > ? ORDER BY id LIMIT ?", select -> {
      select.setLong(1, afterId);
      select.setInt(2, limit + 1);
      return readAll(select.executeQuery());
    });
  }

  @Transactional
  List<Staff> atDesk(String desk) {
    return jdbc.prepareStatement("SELECT * FROM staff WHERE desk = ? AND active ORDER BY id", select -> {
      select.setString(1, desk);
      return readAll(select.executeQuery());
    });
  }

  @Transactional
  List<Staff> findAll(Collection<Long> ids) {
    if (ids.isEmpty()) return List.of();
    var marks = ids.stream().map(_ -> "?").collect(Collectors.joining(", "));
    return jdbc.prepareStatement("SELECT * FROM staff WHERE id IN (" + marks + ")", select -> {
      int i = 1;
      for (var id : ids) select.setLong(i++, id);
      return readAll(select.executeQuery());
    });
  }

  @Transactional
  boolean setPassword(long id, String hash, boolean given) {
    return update("UPDATE staff SET password_hash = ?, password_given = ? WHERE id = ?", hash, given, id);
  }

  @Transactional
  boolean setActive(long id, boolean active) {
    return update("UPDATE staff SET active = ? WHERE id = ? AND active <> ?", active, id, active);
  }

  @Transactional
  boolean setRoles(long id, Set<Role> roles, @Nullable String desk) {
    return update("UPDATE staff SET roles = ?, desk = ? WHERE id = ?", join(roles), desk, id);
  }

  @Transactional
  boolean setLanguage(long id, String language) {
    return update("UPDATE staff SET language = ? WHERE id = ?", language, id);
  }

  @Transactional
  boolean setTheme(long id, String theme) {
    return update("UPDATE staff SET theme = ? WHERE id = ?", theme, id);
  }

  @Transactional
  void signedIn(long id, Instant at) {
    jdbc.prepareStatement("UPDATE staff SET signed_in_at = ? WHERE id = ?", update -> {
      Moments.write(update, 1, at);
      update.setLong(2, id);
      return update.executeUpdate();
    });
  }

  /** How many active administrators there are beside this one. */
  @Transactional
  long otherAdministrators(long id) {
    return jdbc.prepareStatement("SELECT COUNT(*) FROM staff WHERE active AND id <> ? AND roles LIKE '%ADMINISTRATOR%'", select -> {
      select.setLong(1, id);
      try (var rows = select.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    });
  }

  private boolean update(String sql, @Nullable Object... values) {
    return jdbc.prepareStatement(sql, update -> {
      for (int i = 0; i < values.length; i++) update.setObject(i + 1, values[i]);
      return update.executeUpdate() == 1;
    });
  }

  private List<Staff> readAll(ResultSet rows) throws SQLException {
    var found = new ArrayList<Staff>();
    try (rows) {
      while (rows.next()) found.add(read(rows));
    }
    return found;
  }

  private Staff read(ResultSet rows) throws SQLException {
    long id = rows.getLong("id");
    var roles = EnumSet.noneOf(Role.class);
    for (var name : rows.getString("roles").split(",")) roles.add(Role.valueOf(name));
    return new Staff(id, sealer.open(EMAIL, id, rows.getBytes("email")), sealer.open(NAME, id, rows.getBytes("name")), roles,
        rows.getString("desk"), rows.getString("language"), rows.getString("theme"), rows.getBoolean("active"),
        rows.getBoolean("password_given"), Moments.read(rows, "created_at"), Moments.read(rows, "signed_in_at"));
  }

  private byte[] emailIndex(String email) {
    return index.of("staff.email", AccountRules.normalEmail(email));
  }

  private static String join(Set<Role> roles) {
    return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
  }
}
