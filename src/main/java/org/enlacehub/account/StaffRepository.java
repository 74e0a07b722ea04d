package org.enlacehub.account;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlacehub.platform.crypto.BlindIndex;
import org.enlacehub.platform.crypto.Sealer;
import org.enlacehub.platform.crypto.Vault;
import org.enlacehub.platform.database.Statements;

/** The table of the staff. Name and address leave it opened, and are never written otherwise than sealed. */
@Singleton
class StaffRepository {
  private static final String EMAIL = "staff.email";
  private static final String NAME = "staff.name";
  private final Statements sql;
  private final Sealer sealer;
  private final BlindIndex index;

  StaffRepository(Statements sql, Vault vault, BlindIndex index) {
    this.sql = sql;
    this.sealer = vault.system();
    this.index = index;
  }

  /** False when another account has this address; then nothing is written. */
  @Transactional
  boolean insert(Staff staff, @Nullable String passwordHash) {
    return sql.update("""
        INSERT IGNORE INTO staff (id, email_index, email, name, password_hash, roles, desk, language, theme, active, password_given, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", Arrays.asList(staff.id(), emailIndex(staff.email()),
        sealer.seal(EMAIL, staff.id(), staff.email()), sealer.seal(NAME, staff.id(), staff.name()), passwordHash, join(staff.roles()),
        staff.desk(), staff.language(), staff.theme(), staff.active(), staff.passwordGiven(), staff.createdAt())) == 1;
  }

  @Transactional
  Optional<Staff> find(long id) {
    return sql.first("SELECT * FROM staff WHERE id = ?", List.of(id), this::read);
  }

  @Transactional
  Optional<Staff> findByEmail(String email) {
    return sql.first("SELECT * FROM staff WHERE email_index = ?", List.of(emailIndex(email)), this::read);
  }

  /** Null for a person without a password, and for nobody. */
  @Transactional
  @Nullable String passwordHash(long id) {
    return sql.first("SELECT password_hash FROM staff WHERE id = ? AND password_hash IS NOT NULL", List.of(id), row -> row.getString(1))
        .orElse(null);
  }

  /** By id, {@code limit} + 1 rows at most. */
  @Transactional
  List<Staff> page(long afterId, int limit) {
    return sql.list("SELECT * FROM staff WHERE id > ? ORDER BY id LIMIT ?", List.of(afterId, limit + 1), this::read);
  }

  @Transactional
  List<Staff> atDesk(String desk) {
    return sql.list("SELECT * FROM staff WHERE desk = ? AND active ORDER BY id", List.of(desk), this::read);
  }

  @Transactional
  List<Staff> findAll(Collection<Long> ids) {
    return ids.isEmpty() ? List.of()
        : sql.list("SELECT * FROM staff WHERE id IN (" + Statements.marks(ids.size()) + ")", List.copyOf(ids), this::read);
  }

  @Transactional
  boolean setPassword(long id, String hash, boolean given) {
    return sql.update("UPDATE staff SET password_hash = ?, password_given = ? WHERE id = ?", List.of(hash, given, id)) == 1;
  }

  @Transactional
  boolean setActive(long id, boolean active) {
    return sql.update("UPDATE staff SET active = ? WHERE id = ? AND active <> ?", List.of(active, id, active)) == 1;
  }

  @Transactional
  void setRoles(long id, Set<Role> roles, @Nullable String desk) {
    sql.update("UPDATE staff SET roles = ?, desk = ? WHERE id = ?", Arrays.asList(join(roles), desk, id));
  }

  @Transactional
  void setLanguage(long id, String language) {
    sql.update("UPDATE staff SET language = ? WHERE id = ?", List.of(language, id));
  }

  @Transactional
  void setTheme(long id, String theme) {
    sql.update("UPDATE staff SET theme = ? WHERE id = ?", List.of(theme, id));
  }

  @Transactional
  void signedIn(long id, Instant at) {
    sql.update("UPDATE staff SET signed_in_at = ? WHERE id = ?", List.of(at, id));
  }

  @Transactional
  List<Staff> administrators() {
    return sql.list("SELECT * FROM staff WHERE active AND FIND_IN_SET('ADMINISTRATOR', roles) > 0 ORDER BY id", List.of(), this::read);
  }

  /** How many active administrators there are beside this one. */
  @Transactional
  long otherAdministrators(long id) {
    return sql.first("SELECT COUNT(*) FROM staff WHERE active AND id <> ? AND FIND_IN_SET('ADMINISTRATOR', roles) > 0", List.of(id),
        row -> row.getLong(1)).orElse(0L);
  }

  private Staff read(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    var roles = EnumSet.noneOf(Role.class);
    for (var name : row.getString("roles").split(",")) roles.add(Role.valueOf(name));
    return new Staff(id, sealer.open(EMAIL, id, row.getBytes("email")), sealer.open(NAME, id, row.getBytes("name")), roles,
        row.getString("desk"), row.getString("language"), row.getString("theme"), row.getBoolean("active"),
        row.getBoolean("password_given"), Statements.instant(row, "created_at"), Statements.instant(row, "signed_in_at"));
  }

  private byte[] emailIndex(String email) {
    return index.of("staff.email", AccountRules.normalEmail(email));
  }

  private static String join(Set<Role> roles) {
    return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
  }
}
