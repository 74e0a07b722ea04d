package org.enlacehub.template.whatsapp;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import org.enlacehub.platform.database.Statements;

/** The table {@code whatsapp_content}. */
@Singleton
class RegistrationRepository {
  private static final int LONGEST = 600;
  private final Statements statements;

  RegistrationRepository(Statements statements) {
    this.statements = statements;
  }

  @Transactional
  List<Registration> all() {
    return statements.list("SELECT * FROM whatsapp_content ORDER BY name, language", List.of(), row -> new Registration(
        row.getString("name"), row.getString("language"), row.getString("template"), row.getString("sid"), row.getString("category"),
        ContentState.valueOf(row.getString("state")), row.getString("code"), row.getString("words"),
        Statements.instant(row, "changed_at")));
  }

  @Transactional
  void save(List<Registration> rows) {
    statements.batch("INSERT INTO whatsapp_content (name, language, template, sid, category, state, code, words, changed_at)"
        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE sid = VALUES(sid), category = VALUES(category),"
        + " state = VALUES(state), code = VALUES(code), words = VALUES(words), changed_at = VALUES(changed_at)",
        rows.stream().map(r -> Arrays.<Object>asList(r.name(), r.language(), r.template(), r.sid(), r.category(), r.state(), r.code(),
            r.words() == null || r.words().length() <= LONGEST ? r.words() : r.words().substring(0, LONGEST), r.changedAt())).toList());
  }
}
