package org.enlacehub.delivery;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.enlacehub.platform.database.Statements;

/** The table {@code mail_domain}. */
@Singleton
class MailDomainRepository {
  private final Statements sql;

  MailDomainRepository(Statements sql) {
    this.sql = sql;
  }

  /** @param privateKey sealed */
  record Row(String domain, long id, String selector, byte[] privateKey, byte[] publicKey, boolean used) {}

  @Transactional
  List<Row> all() {
    return sql.list("SELECT * FROM mail_domain ORDER BY domain", List.of(), row -> new Row(row.getString("domain"), row.getLong("id"),
        row.getString("selector"), row.getBytes("private_key"), row.getBytes("public_key"), row.getBoolean("used")));
  }

  /** A domain that has a key keeps it. */
  @Transactional
  void insert(Row row, Instant now) {
    sql.update("INSERT IGNORE INTO mail_domain (domain, id, selector, private_key, public_key, used, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        List.of(row.domain(), row.id(), row.selector(), row.privateKey(), row.publicKey(), row.used(), now));
  }

  @Transactional
  void use(String domain, boolean used) {
    sql.update("UPDATE mail_domain SET used = ? WHERE domain = ?", List.of(used, domain));
  }
}
