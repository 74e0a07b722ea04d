package org.enlacehub.contact;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.enlacehub.platform.database.Statements;

/** Finds contacts by conditions, page by page. */
@Singleton
class ContactSearchRepository {
  private final Statements statements;

  ContactSearchRepository(Statements statements) {
    this.statements = statements;
  }

  /** Ids below {@code before}, the highest first. */
  List<Long> page(ContactFilter filter, long before, int limit) {
    var parameters = new ArrayList<Object>(filter.parameters());
    parameters.add(before);
    parameters.add(limit);
    return statements.list("SELECT c.id FROM contact c WHERE c.state = 'ACTIVE' AND (" + filter.sql() + ") AND c.id < ? ORDER BY c.id DESC"
        + " LIMIT ?", parameters, row -> row.getLong(1));
  }
}
